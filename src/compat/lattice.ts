import type { Binding, ContractForm } from "./form/contract.ts";
import { published } from "./form/read.ts";
import type { TypeForm } from "./form/type.ts";
import type { Both } from "./both.ts";
import { isSameForm } from "./same.ts";

/** How the values of a type after the change relate to those before. `unknown`: not enough is said to tell. */
export type Relation = "same" | "promotion" | "narrowing" | "incomparable" | "unknown";

/** What decides which promotions exist: when readers bind, and what holds the data, on both sides of the change. */
export interface Source {
  readonly binding: Binding;
  /** Server types and table formats, in lower case. */
  readonly dialects: readonly string[];
}

export function sourceOf({ before, after }: Both<ContractForm>): Source {
  const servers = [before, after].flatMap((contract) => published(contract.servers));
  return {
    binding: before.binding === "early" || after.binding === "early" ? "early" : "late",
    dialects: servers.map(({ type, encoding }) => {
      const format = (encoding["format"] ?? "").toLowerCase();
      return TABLE_FORMATS.has(format) ? format : type;
    }),
  };
}

const TABLE_FORMATS: ReadonlySet<string> = new Set(["delta", "iceberg"]);
const DELTA: ReadonlySet<string> = new Set(["delta", "databricks"]);
const UNBOUNDED_DECIMAL: ReadonlySet<string> = new Set(["postgres", "postgresql"]);

/** Swapping both types turns a promotion into a narrowing and leaves the rest as it is. */
export function relate(before: TypeForm, after: TypeForm, source: Source): Relation {
  if (isSameForm(before, after)) return "same";
  const up = holds(after, before, source);
  const down = holds(before, after, source);
  if (up === true) return down === true ? "same" : "promotion";
  if (down === true) return "narrowing";
  return up === undefined || down === undefined ? "unknown" : "incomparable";
}

/** Undefined: not enough is said to tell. */
type Answer = boolean | undefined;

type Of<Kind extends TypeForm["kind"]> = Extract<TypeForm, { readonly kind: Kind }>;

/** Whether every value of the narrow type is one of the wide type, and stays what it is there. */
function holds(wide: TypeForm, narrow: TypeForm, source: Source): Answer {
  if (wide.kind === "none") return true;
  if (narrow.kind === "none") return false;
  if (wide.kind === "other" || narrow.kind === "other") return undefined;
  switch (wide.kind) {
    case "number":
      return NUMERIC.has(narrow.kind);
    case "integer":
      return narrow.kind === "integer"
        ? integerHolds(wide, narrow)
        : narrow.kind === "decimal" && wide.bits === undefined && narrow.scale === 0;
    case "float":
      return narrow.kind === "float"
        ? atLeast(wide.bits, narrow.bits)
        : narrow.kind === "integer" && floatHolds(wide, narrow);
    case "decimal":
      return narrow.kind === "decimal"
        ? decimalHolds(wide, narrow, source)
        : narrow.kind === "integer" && decimalHoldsInteger(wide, narrow, source);
    case "string":
    case "bytes":
      return wide.kind === narrow.kind && textHolds(wide, narrow);
    case "timestamp":
      return narrow.kind === "timestamp"
        ? momentHolds(wide, narrow)
        : narrow.kind === "date" && isDelta(source) && (wide.zoned === undefined ? undefined : !wide.zoned);
    case "time":
      return narrow.kind === "time" && momentHolds(wide, narrow);
    case "vector":
      return narrow.kind === "vector" && wide.dimensions === narrow.dimensions && wide.element === narrow.element;
    case "boolean":
    case "date":
    case "json":
    case "object":
    case "array":
    case "map":
      return wide.kind === narrow.kind;
  }
}

const NUMERIC: ReadonlySet<string> = new Set(["number", "integer", "float", "decimal"]);

function isDelta({ dialects }: Source): boolean {
  return dialects.length > 0 && dialects.every((dialect) => DELTA.has(dialect));
}

function atLeast(wide: number | undefined, narrow: number | undefined): Answer {
  return wide === undefined || narrow === undefined ? undefined : wide >= narrow;
}

/** Without a width it is any integer. */
function integerHolds(wide: Of<"integer">, narrow: Of<"integer">): boolean {
  if (wide.bits === undefined) return wide.signed || !narrow.signed;
  if (narrow.bits === undefined) return false;
  if (wide.signed === narrow.signed) return wide.bits >= narrow.bits;
  return wide.signed && wide.bits > narrow.bits;
}

/** A float holds an integer where its significand has room: 24 bits of 32, 53 bits of 64. */
function floatHolds(wide: Of<"float">, narrow: Of<"integer">): Answer {
  if (wide.bits === undefined || narrow.bits === undefined) return undefined;
  return narrow.bits <= (wide.bits >= 64 ? 32 : 16);
}

/**
 * A decimal that says nothing holds whatever a decimal can be on Postgres; elsewhere it has a size that we are not told.
 * Only Delta lets the scale grow: others would have to write every stored value anew.
 */
function decimalHolds(wide: Of<"decimal">, narrow: Of<"decimal">, source: Source): Answer {
  if (wide.precision === undefined || narrow.precision === undefined) {
    if (!source.dialects.some((dialect) => UNBOUNDED_DECIMAL.has(dialect))) return undefined;
    return wide.precision === undefined;
  }
  const digits = wide.precision - narrow.precision;
  const scale = (wide.scale ?? 0) - (narrow.scale ?? 0);
  return scale === 0 ? digits >= 0 : isDelta(source) && scale > 0 && digits >= scale;
}

/** Table formats and readers that were built before keep integers and decimals apart. */
function decimalHoldsInteger(wide: Of<"decimal">, { bits }: Of<"integer">, source: Source): Answer {
  if (source.binding === "early" || source.dialects.includes("iceberg")) return false;
  if (bits === undefined || wide.precision === undefined) return undefined;
  const digits = bits <= 32 ? 10 : bits <= 64 ? 20 : Infinity;
  return wide.precision - (wide.scale ?? 0) >= digits;
}

/** Texts of a fixed length are filled up with spaces, so they all have just that length. */
function textHolds(wide: Of<"string" | "bytes">, narrow: typeof wide): boolean {
  if (wide.fixed) return narrow.fixed && (wide.length ?? 1) === (narrow.length ?? 1);
  const longest = narrow.length ?? (narrow.fixed ? 1 : Infinity);
  return (wide.length ?? Infinity) >= longest;
}

function momentHolds(wide: Of<"timestamp" | "time">, narrow: typeof wide): Answer {
  if (wide.zoned !== narrow.zoned) return wide.zoned === undefined || narrow.zoned === undefined ? undefined : false;
  if (wide.zoned !== true && wide.zone !== narrow.zone) return false;
  return wide.precision === narrow.precision ? true : undefined;
}
