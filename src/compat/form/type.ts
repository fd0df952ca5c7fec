import type { Json } from "../../model/json.ts";
import { own, text } from "../../model/json.ts";
import { entryOf, word } from "./text.ts";

/** What a field's values are, in whatever words the contract says it. Absent details are not known. */
export type TypeForm =
  | { readonly kind: "integer"; readonly signed: boolean; readonly bits?: number }
  | { readonly kind: "float"; readonly bits?: number }
  /** A number of which nothing more is said. */
  | { readonly kind: "number" }
  | { readonly kind: "decimal"; readonly precision?: number; readonly scale?: number }
  | { readonly kind: "string" | "bytes"; readonly length?: number; readonly fixed: boolean }
  /** `zone` is the zone of values that carry none; absent: UTC. */
  | {
      readonly kind: "timestamp" | "time";
      readonly zoned?: boolean;
      readonly zone?: string;
      readonly precision?: number;
    }
  | { readonly kind: "boolean" | "date" | "object" | "array" | "map" | "json" }
  /** `dimensions` as written: a number, or a variable. */
  | { readonly kind: "vector"; readonly dimensions: string; readonly element: string }
  /** A physical type that no dialect of ours knows, in lower case and without spaces. */
  | { readonly kind: "other"; readonly text: string }
  | { readonly kind: "none" };

/** All that a field says of its type. */
export interface TypeWords {
  /** What logical and physical type mean together. */
  readonly type: TypeForm;
  /** The logical type alone; of kind `none` when not said. */
  readonly logical: TypeForm;
  /** The physical type alone; of kind `none` when not said. */
  readonly physical: TypeForm;
  /** The logical type, as written; empty when not said. */
  readonly logicalType: string;
  /** The physical type, as written; empty when not said. */
  readonly physicalType: string;
}

/** Types of a data source that mean the same everywhere. The parts in brackets are read apart. */
const NAMES: Readonly<Record<string, TypeForm>> = {
  tinyint: { kind: "integer", signed: true, bits: 8 },
  byteint: { kind: "integer", signed: true, bits: 8 },
  smallint: { kind: "integer", signed: true, bits: 16 },
  int2: { kind: "integer", signed: true, bits: 16 },
  short: { kind: "integer", signed: true, bits: 16 },
  int: { kind: "integer", signed: true, bits: 32 },
  int4: { kind: "integer", signed: true, bits: 32 },
  int32: { kind: "integer", signed: true, bits: 32 },
  integer: { kind: "integer", signed: true, bits: 32 },
  mediumint: { kind: "integer", signed: true, bits: 24 },
  bigint: { kind: "integer", signed: true, bits: 64 },
  int8: { kind: "integer", signed: true, bits: 64 },
  int64: { kind: "integer", signed: true, bits: 64 },
  long: { kind: "integer", signed: true, bits: 64 },
  hugeint: { kind: "integer", signed: true, bits: 128 },
  real: { kind: "float", bits: 32 },
  float4: { kind: "float", bits: 32 },
  float32: { kind: "float", bits: 32 },
  float: { kind: "float" },
  double: { kind: "float", bits: 64 },
  "double precision": { kind: "float", bits: 64 },
  float8: { kind: "float", bits: 64 },
  float64: { kind: "float", bits: 64 },
  boolean: { kind: "boolean" },
  bool: { kind: "boolean" },
  bit: { kind: "boolean" },
  date: { kind: "date" },
  bytes: { kind: "bytes", fixed: false },
  bytea: { kind: "bytes", fixed: false },
  binary: { kind: "bytes", fixed: false },
  varbinary: { kind: "bytes", fixed: false },
  blob: { kind: "bytes", fixed: false },
  string: { kind: "string", fixed: false },
  text: { kind: "string", fixed: false },
  clob: { kind: "string", fixed: false },
  json: { kind: "json" },
  jsonb: { kind: "json" },
  variant: { kind: "json" },
  super: { kind: "json" },
  object: { kind: "object" },
  struct: { kind: "object" },
  record: { kind: "object" },
  row: { kind: "object" },
  array: { kind: "array" },
  list: { kind: "array" },
  map: { kind: "map" },
};

/** What some data sources mean by a name otherwise; by the type of the server. */
export const DIALECTS: Readonly<Record<string, Readonly<Record<string, TypeForm>>>> = {
  bigquery: {
    int: { kind: "integer", signed: true, bits: 64 },
    integer: { kind: "integer", signed: true, bits: 64 },
    smallint: { kind: "integer", signed: true, bits: 64 },
    tinyint: { kind: "integer", signed: true, bits: 64 },
    timestamp: { kind: "timestamp", zoned: true },
    datetime: { kind: "timestamp", zoned: false },
    bignumeric: { kind: "decimal", precision: 76, scale: 38 },
    numeric: { kind: "decimal", precision: 38, scale: 9 },
  },
  // Every integer type of Snowflake is number(38,0), and every float has 64 bits.
  snowflake: Object.fromEntries([
    ...["int", "integer", "bigint", "smallint", "tinyint", "byteint", "number", "decimal", "numeric"].map((name) => [
      name,
      { kind: "decimal", precision: 38, scale: 0 },
    ]),
    ...["float", "float4", "float8", "real", "double", "double precision"].map((name) => [
      name,
      { kind: "float", bits: 64 },
    ]),
  ]) as Readonly<Record<string, TypeForm>>,
  databricks: {
    byte: { kind: "integer", signed: true, bits: 8 },
    float: { kind: "float", bits: 32 },
    timestamp: { kind: "timestamp", zoned: true },
    timestamp_ntz: { kind: "timestamp", zoned: false },
    decimal: { kind: "decimal", precision: 10, scale: 0 },
    numeric: { kind: "decimal", precision: 10, scale: 0 },
  },
  clickhouse: {
    int8: { kind: "integer", signed: true, bits: 8 },
    int16: { kind: "integer", signed: true, bits: 16 },
    uint8: { kind: "integer", signed: false, bits: 8 },
    uint16: { kind: "integer", signed: false, bits: 16 },
    uint32: { kind: "integer", signed: false, bits: 32 },
    uint64: { kind: "integer", signed: false, bits: 64 },
  },
  mysql: {
    float: { kind: "float", bits: 32 },
    decimal: { kind: "decimal", precision: 10, scale: 0 },
    numeric: { kind: "decimal", precision: 10, scale: 0 },
  },
  sqlserver: {
    tinyint: { kind: "integer", signed: false, bits: 8 },
    datetime: { kind: "timestamp", zoned: false, precision: 3 },
    datetime2: { kind: "timestamp", zoned: false, precision: 7 },
    float: { kind: "float", bits: 64 },
    decimal: { kind: "decimal", precision: 18, scale: 0 },
    numeric: { kind: "decimal", precision: 18, scale: 0 },
  },
  redshift: { float: { kind: "float", bits: 64 } },
  postgres: { float: { kind: "float", bits: 64 } },
  postgresql: { float: { kind: "float", bits: 64 } },
};

/**
 * A physical type as its author wrote it: `VARCHAR(10)`, `numeric(18, 2)`, `timestamp with time zone`. The dialect is
 * the type of the server that holds the data.
 */
export function physicalForm(written: string, dialect: string | undefined): TypeForm {
  const text = written.trim().toLowerCase().replaceAll(/\s+/gu, " ");
  const [, name = text, inside, rest = ""] = /^([a-z_0-9 ]+?) ?(?:\(([^()]*)\)) ?([a-z ]*)$/u.exec(text) ?? [];
  const sizes = (inside ?? "").split(",").map((part) => Number.parseInt(part, 10));
  // A scale may be below 0; nothing else may.
  const [first, second] = sizes.map((size, at) =>
    Number.isSafeInteger(size) && (at > 0 || size >= 0) ? size : undefined,
  );
  const base = /\[\d*\]$/u.test(text)
    ? "array"
    : (/^(array|list|map|struct|row|record|object)\b\s*[<(]/u.exec(text)?.[1] ?? name);
  const own = entryOf((dialect === undefined ? undefined : entryOf(DIALECTS, dialect)) ?? {}, base);
  if (own !== undefined && inside === undefined) return own;
  if (/^(string|n?varchar2?|character varying|char varying|n?char|character|bpchar)$/u.test(base)) {
    const fixed = /^(n?char|character|bpchar)$/u.test(base);
    return { kind: "string", fixed, ...(first !== undefined && { length: first }) };
  }
  if (/^(decimal|numeric|number|dec|bignumeric|bigdecimal)$/u.test(base)) {
    if (first === undefined) return { kind: "decimal" };
    return { kind: "decimal", precision: first, scale: second ?? 0 };
  }
  if (/^(var)?binary$|^bytes$/u.test(base) && first !== undefined) {
    return { kind: "bytes", fixed: base === "binary", length: first };
  }
  // Sizes in bits of the significand, as SQL has them; two sizes are digits to be shown.
  if (base === "float" && first !== undefined && second === undefined) {
    return { kind: "float", bits: first <= 24 ? 32 : 64 };
  }
  const isOdd =
    (base === "bit" && inside !== undefined && first !== 1) ||
    (entryOf(NAMES, base)?.kind === "float" && inside !== undefined);
  if (isOdd) return { kind: "other", text: text.replaceAll(" ", "") };
  const moment = momentForm(`${base}${rest === "" ? "" : ` ${rest}`}`, first);
  if (moment !== undefined) return moment;
  return entryOf(NAMES, base) ?? { kind: "other", text: text.replaceAll(" ", "") };
}

const UNZONED = /(without time zone|_?ntz)$|^datetime2?$|^smalldatetime$/u;
const ZONED = /(with time zone|with local time zone|tz|_tz|_ltz|offset)$/u;

const TIMESTAMP =
  /^(timestamp(_?(ntz|ltz|tz)|_(s|ms|us|ns|millis|micros|nanos)|( with| without| with local) time zone)?|datetime(2|64|offset)?|smalldatetime)$/u;
/** Digits of a second that a name says. */
const DIGITS: Readonly<Record<string, number>> = {
  smalldatetime: 0,
  _s: 0,
  _ms: 3,
  _millis: 3,
  _us: 6,
  _micros: 6,
  _ns: 9,
  _nanos: 9,
};

function momentForm(name: string, precision: number | undefined): TypeForm | undefined {
  const kind = TIMESTAMP.test(name) ? "timestamp" : /^time\b|^timetz/u.test(name) ? "time" : undefined;
  if (kind === undefined) return undefined;
  const zoned = UNZONED.test(name) ? false : ZONED.test(name) ? true : undefined;
  const digits = precision ?? DIGITS[/_[a-z]+$|^smalldatetime$/u.exec(name)?.[0] ?? ""];
  return { kind, ...(zoned !== undefined && { zoned }), ...(digits !== undefined && { precision: digits }) };
}

/** The type of a field from both of its types: the physical one where a dialect knows it, else the logical one. */
export function fieldType(node: Json, dialect: string | undefined): TypeWords {
  const logicalType = text(own(node, "logicalType")) ?? "";
  const physicalType = text(own(node, "physicalType")) ?? "";
  const logical = logicalForm(logicalType, own(node, "logicalTypeOptions") ?? null);
  const physical: TypeForm = physicalType === "" ? { kind: "none" } : physicalForm(physicalType, dialect);
  return {
    type: physical.kind === "none" ? logical : joined(logical, physical),
    logical,
    physical,
    logicalType,
    physicalType,
  };
}

/** ODCS section Logical types. An integer or number without a format says nothing of its width. */
function logicalForm(logicalType: string, options: Json): TypeForm {
  const format = text(own(options, "format")) ?? "";
  const [, sign = "", bits = ""] = /^([iuf])(\d+)$/u.exec(format) ?? [];
  const zone = own(options, "timezone");
  const zoned = typeof zone === "boolean" ? { zoned: zone } : {};
  const offset = text(own(options, "defaultTimezone")) ?? "UTC";
  switch (logicalType) {
    case "integer":
      return { kind: "integer", signed: sign !== "u", ...(bits !== "" && { bits: Number(bits) }) };
    case "number":
      return bits === "" ? { kind: "number" } : { kind: "float", bits: Number(bits) };
    case "string":
      return { kind: "string", fixed: false };
    case "timestamp":
    case "time":
      return { kind: logicalType, ...zoned, ...(!/^(etc\/)?utc$/iu.test(offset) && { zone: offset }) };
    case "vector":
      return {
        kind: "vector",
        dimensions: word(options, "dimensions") || "any number of",
        element: text(own(options, "elementType")) ?? "float32",
      };
    case "date":
    case "boolean":
    case "object":
    case "array":
    case "map":
      return { kind: logicalType };
    default:
      return logicalType === "" ? { kind: "none" } : { kind: "other", text: logicalType };
  }
}

/** Where the physical type is not known to us the logical one says what the values are, if there is one. */
function joined(logical: TypeForm, physical: TypeForm): TypeForm {
  if (physical.kind === "other" && logical.kind !== "none") return logical;
  if (physical.kind === "json" && ["object", "array", "map"].includes(logical.kind)) return logical;
  // A vector is what its logical type says, whatever holds it.
  if (logical.kind === "vector") return logical;
  if (physical.kind === logical.kind && (physical.kind === "timestamp" || physical.kind === "time")) {
    return { ...logical, ...physical };
  }
  return physical;
}
