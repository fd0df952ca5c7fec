import type { Json } from "../../../src/model/json.ts";
import { canonical, isList, isObject, list, own, text } from "../../../src/model/json.ts";
import { fitsPhysical } from "./physical.ts";

/**
 * What a contract says of one row, read from the document itself by the facts of the standard: nothing of `src/compat` is
 * used. Paths are those of fields, `orders.lines[].sku`.
 */
export interface Judgement {
  /** Fields whose values are not allowed. */
  readonly faults: readonly string[];
  /** Fields of which the contract does not say enough to tell. */
  readonly doubts: readonly string[];
}

/** Judges a row of an object. Columns that the contract does not know are passed over, as a tolerant reader does. */
export function judgeRow(contract: Json, objectName: string, row: Json): Judgement {
  const judge = new Map<string, "fault" | "doubt">();
  const object = list(own(contract, "schema")).find((one) => own(one, "name") === objectName) ?? null;
  properties(object, row, objectName, { dialect: dialectOf(contract), say });
  const told = (verdict: string): readonly string[] => [...judge].flatMap(([path, is]) => (is === verdict ? path : []));
  return { faults: told("fault"), doubts: told("doubt") };

  function say(path: string, verdict: boolean | undefined): void {
    if (verdict === false) judge.set(path, "fault");
    else if (verdict === undefined && !judge.has(path)) judge.set(path, "doubt");
  }
}

export function isValid({ faults, doubts }: Judgement): boolean {
  return faults.length === 0 && doubts.length === 0;
}

interface Context {
  /** The type of the server that holds the data, in lower case. */
  readonly dialect: string;
  readonly say: (path: string, verdict: boolean | undefined) => void;
}

/** The server whose words for types count: in production, and the first by name. */
function dialectOf(contract: Json): string {
  const servers = list(own(contract, "servers"));
  const live = servers.filter((server) =>
    ["", "prod", "production", "live"].includes((text(own(server, "environment")) ?? "").toLowerCase()),
  );
  const types = (live.length > 0 ? live : servers).map((server) =>
    (text(own(server, "format")) ?? "").toLowerCase() === "delta"
      ? "databricks"
      : (text(own(server, "type")) ?? "").toLowerCase(),
  );
  return types.filter((type) => KNOWN.includes(type)).sort()[0] ?? "";
}

const KNOWN = ["bigquery", "clickhouse", "databricks", "mysql", "postgres", "postgresql", "snowflake", "sqlserver"];

function properties(parent: Json, row: Json, path: string, context: Context): void {
  const needed = list(own(own(parent, "logicalTypeOptions"), "required"));
  for (const node of list(own(parent, "properties"))) {
    const name = text(own(node, "name")) ?? "";
    judgeValue(node, own(row, name), `${path}.${name}`, context, needed.includes(name));
  }
}

function judgeValue(node: Json, value: Json | undefined, path: string, context: Context, isNeeded = false): void {
  const { say, dialect } = context;
  if (value === undefined || value === null) {
    if (isNeeded || own(node, "required") === true || rulesOf(node, "nullValues").some(isBare)) say(path, false);
    return;
  }
  for (const values of valueLists(node)) say(path, values.includes(canonical(value)));
  const options = own(node, "logicalTypeOptions") ?? null;
  const logicalType = text(own(node, "logicalType")) ?? "";
  const physicalType = typeOf(node);
  const logical = fitsLogical(logicalType, options, value);
  const physical = physicalType === "" ? true : fitsPhysical(physicalType, dialect, value);
  // A text may hold what is a date or number by its meaning: then the physical type says what stands in a row.
  say(
    path,
    physical === false ? false : logical === false && physical === true && physicalType !== "" ? undefined : logical,
  );
  if (physical === undefined && logicalType === "") say(path, undefined);
  limits(options, logicalType, value).forEach((verdict) => {
    say(path, verdict);
  });
  // What is an object has no map, and a map has no properties, whatever else is written there.
  if (isObject(value) && own(node, "properties") !== undefined && logicalType !== "map")
    properties(node, value, path, context);
  const items = own(node, "items");
  if (isList(value) && items !== undefined) for (const item of value) judgeValue(items, item, `${path}[]`, context);
  const [key, entry] = [own(own(node, "map"), "key"), own(own(node, "map"), "value")];
  if (isObject(value) && (key ?? entry) !== undefined && logicalType !== "object") {
    for (const [name, inside] of Object.entries(value)) {
      if (key !== undefined) judgeValue(key, name, `${path}{key}`, context);
      if (entry !== undefined) judgeValue(entry, inside, `${path}{}`, context);
    }
  }
}

/** The physical type; without what is inside where the parts say so themselves. */
function typeOf(node: Json): string {
  const map = own(node, "map");
  const written = text(own(node, "physicalType")) ?? "";
  const parts = /^(array|list)/iu.test(written)
    ? [own(node, "items")]
    : /^map/iu.test(written)
      ? [own(map, "key"), own(map, "value")]
      : list(own(node, "properties"));
  return parts.some((part) => own(part, "physicalType") !== undefined) ? written.replace(/<.*$/su, "") : written;
}

/** Rules of a metric that must hold for every row. Rules that only warn let rows pass. */
function rulesOf(node: Json, metric: string): readonly Json[] {
  return list(own(node, "quality")).filter((rule) => {
    const name = own(rule, "metric") ?? own(rule, "rule");
    const isEnforced = ["", "error"].includes(text(own(rule, "severity")) ?? "");
    const isLibrary = (own(rule, "type") ?? "library") === "library";
    return isLibrary && isEnforced && (SPELLINGS[metric] ?? []).some((one) => one === name) && allowsNone(rule);
  });
}

/** What arguments mean to a rule that has none in the standard nobody knows. */
function isBare(rule: Json): boolean {
  return own(rule, "arguments") === undefined;
}

const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  nullValues: ["nullValues", "nullCheck"],
  invalidValues: ["invalidValues", "validValues"],
};

/** Whether a rule allows no row that breaks it. */
function allowsNone(rule: Json): boolean {
  const [, most] = list(own(rule, "mustBeBetween"));
  const isCounted = (own(rule, "unit") ?? "rows") === "rows";
  return (
    (isCounted && own(rule, "mustBeLessThan") === 1) ||
    own(rule, "mustBe") === 0 ||
    own(rule, "mustBeLessOrEqualTo") === 0 ||
    most === 0
  );
}

/** The lists of values that a value must be in, as canonical texts. */
function valueLists(node: Json): readonly (readonly string[])[] {
  const values = own(node, "enum");
  const rules = rulesOf(node, "invalidValues").map(
    (rule) => own(own(rule, "arguments"), "validValues") ?? own(rule, "validValues"),
  );
  return [
    ...(isList(values) ? [values.map((one) => canonical(own(one, "value") ?? one))] : []),
    ...rules.flatMap((listed) => (isList(listed) ? [listed.map(canonical)] : [])),
  ];
}

function fitsLogical(logicalType: string, options: Json, value: Json): boolean | undefined {
  switch (logicalType) {
    case "":
      return true;
    case "integer":
      return typeof value === "number" && Number.isInteger(value) && isInWidth(text(own(options, "format")), value);
    case "number":
      return typeof value === "number" && (own(options, "format") !== "f32" || Math.abs(value) < 3.5e38);
    case "string":
    case "boolean":
      return typeof value === logicalType;
    case "date":
      return typeof value === "string" && isWritten(options, /^\d{4}-\d\d-\d\d$/u.test(value), value);
    case "timestamp":
    case "time": {
      const moment = logicalType === "time" ? "" : "\\d{4}-\\d\\d-\\d\\dT";
      const match = new RegExp(`^${moment}\\d\\d:\\d\\d:\\d\\d(Z?)$`, "u").exec(typeof value === "string" ? value : "");
      const zoned = own(options, "timezone");
      if (match === null) return isWritten(options, false, value);
      return isWritten(options, typeof zoned !== "boolean" || zoned === (match[1] === "Z"), value);
    }
    case "array":
      return isList(value);
    case "object":
    case "map":
      return isObject(value);
    case "vector":
      return isList(value) && value.length === own(options, "dimensions");
    default:
      return undefined;
  }
}

/** Dates that are written in a form of their own are not taken apart here. */
function isWritten(options: Json, isPlain: boolean, value: Json): boolean | undefined {
  if (own(options, "format") === undefined) return isPlain;
  return typeof value === "string" && /\d/u.test(value) ? undefined : false;
}

function isInWidth(format: string | undefined, value: number): boolean {
  const [, sign, bits] = /^([iu])(\d+)$/u.exec(format ?? "") ?? [];
  if (bits === undefined) return true;
  return sign === "u"
    ? value >= 0 && value < 2 ** Number(bits)
    : value >= -(2 ** (Number(bits) - 1)) && value < 2 ** (Number(bits) - 1);
}

function limits(options: Json, logicalType: string, value: Json): readonly (boolean | undefined)[] {
  const verdicts: (boolean | undefined)[] = [];
  const within = (measured: number | string, from: string, to: string): void => {
    for (const [key, inward] of [
      [from, 1],
      [to, -1],
    ] as const) {
      const end = own(options, key);
      const exclusive = own(options, key.replace("m", "exclusiveM"));
      if (end !== undefined && typeof end === typeof measured)
        verdicts.push(end === measured ? exclusive !== true : measured > (end as typeof measured) === inward > 0);
      if (typeof exclusive === typeof measured)
        verdicts.push(exclusive !== measured && measured > (exclusive as typeof measured) === inward > 0);
    }
  };
  if (typeof value === "number" || typeof value === "string") within(value, "minimum", "maximum");
  const step = own(options, "multipleOf");
  if (typeof value === "number" && typeof step === "number" && step > 0)
    verdicts.push(Math.abs(value / step - Math.round(value / step)) < 1e-9);
  if (typeof value === "string") {
    within(value.length, "minLength", "maxLength");
    const pattern = text(own(options, "pattern"));
    if (pattern !== undefined) verdicts.push(new RegExp(pattern, "u").test(value));
    if (own(options, "format") !== undefined && ["", "string"].includes(logicalType)) verdicts.push(undefined);
  }
  if (isList(value)) {
    within(value.length, "minItems", "maxItems");
    if (own(options, "uniqueItems") === true) verdicts.push(new Set(value.map(canonical)).size === value.length);
  }
  if (isObject(value)) within(Object.keys(value).length, "minProperties", "maxProperties");
  return verdicts;
}
