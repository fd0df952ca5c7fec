import type { Json } from "../../../src/model/json.ts";
import { isList, isObject, own } from "../../../src/model/json.ts";

/** Bits of whole numbers by what data sources call them; a dialect has its own under `dialect type`. */
const BITS: Readonly<Record<string, number>> = {
  tinyint: 8,
  smallint: 16,
  int: 32,
  integer: 32,
  int4: 32,
  bigint: 64,
  int8: 64,
  long: 64,
  "bigquery int": 64,
  "bigquery integer": 64,
  "bigquery smallint": 64,
  "bigquery tinyint": 64,
  int64: 64,
  "clickhouse int8": 8,
  "clickhouse int16": 16,
  "clickhouse int32": 32,
};

/** On Snowflake all of these are number(38,0). */
const SNOWFLAKE: ReadonlySet<string> = new Set(["int", "integer", "bigint", "smallint", "tinyint", "byteint"]);

/** Whether a value may stand in a column; undefined: this table does not know the type, or the type does not say. */
export function fitsPhysical(written: string, dialect: string, value: Json): boolean | undefined {
  const type = written.trim().toLowerCase();
  const nested = /^(?<kind>array|map|struct)<(?<inside>.*)>$/su.exec(type)?.groups;
  if (nested !== undefined) return fitsNested(nested["kind"] ?? "", nested["inside"] ?? "", dialect, value);
  const [, name = type, sizes = ""] = /^([a-z_0-9 ]+?) ?\(([^()]*)\)$/u.exec(type) ?? [];
  const [first, second = 0] = sizes.split(",").map((size) => Number.parseInt(size, 10));
  const isSized = first !== undefined && Number.isInteger(first);
  if (["varchar", "nvarchar", "char", "character varying", "string", "text"].includes(name)) {
    if (typeof value !== "string") return false;
    const longest = isSized ? first : name === "char" ? 1 : Infinity;
    if (value.length > longest) return false;
    // Shorter texts are filled up with spaces, or not.
    return name === "char" && value.length < longest ? undefined : true;
  }
  const isNumber = typeof value === "number";
  if (["decimal", "numeric", "number"].includes(name) || (dialect === "snowflake" && SNOWFLAKE.has(name))) {
    if (!isNumber) return false;
    const [precision, scale] = isSized ? [first, second] : dialect === "snowflake" ? [38, 0] : [];
    if (precision === undefined || scale === undefined) return undefined;
    return Math.abs(value) < 10 ** (precision - scale) && isRound(value, scale);
  }
  if (dialect === "sqlserver" && name === "tinyint")
    return isNumber && Number.isInteger(value) && value >= 0 && value <= 255;
  const bits = BITS[`${dialect} ${name}`] ?? BITS[name];
  if (bits !== undefined)
    return isNumber && Number.isInteger(value) && value >= -(2 ** (bits - 1)) && value < 2 ** (bits - 1);
  if (["float", "double", "real", "float64"].includes(name)) {
    if (!isNumber) return false;
    if (name === "double" || name === "float64" || Math.abs(value) < 3.5e38) return true;
    const isShort = name === "real" ? dialect !== "snowflake" : ["databricks", "mysql"].includes(dialect);
    return isShort ? false : undefined;
  }
  if (name === "boolean" || name === "bool") return typeof value === "boolean";
  if (name === "date") return typeof value === "string" && /^\d{4}-\d\d-\d\d$/u.test(value);
  if (name === "time") return typeof value === "string" && /^\d\d:\d\d:\d\dZ?$/u.test(value);
  if (name.startsWith("timestamp")) {
    const match = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z?)$/u.exec(typeof value === "string" ? value : "");
    if (match === null) return false;
    const isZoned = name.endsWith("tz") && !name.endsWith("ntz");
    return isZoned || name.endsWith("ntz")
      ? isZoned === (match[1] === "Z")
      : ["bigquery", "databricks"].includes(dialect)
        ? undefined
        : true;
  }
  if (name === "array") return isList(value);
  return name === "map" || name === "struct" || name === "object" ? isObject(value) : undefined;
}

function isRound(value: number, scale: number): boolean {
  const shifted = value * 10 ** scale;
  return Math.abs(shifted - Math.round(shifted)) < 1e-9;
}

function fitsNested(kind: string, inside: string, dialect: string, value: Json): boolean | undefined {
  if (kind === "array") {
    if (!isList(value)) return false;
    return every(value.map((item) => item === null || fitsPhysical(inside, dialect, item)));
  }
  if (!isObject(value)) return false;
  const parts = apart(inside);
  if (kind === "map") {
    const [, values = ""] = parts;
    return every(Object.values(value).map((item) => item === null || fitsPhysical(values, dialect, item)));
  }
  return every(
    parts.map((part) => {
      const [name = "", ...type] = part.split(":");
      const item = own(value, name.trim()) ?? null;
      return item === null || fitsPhysical(type.join(":"), dialect, item);
    }),
  );
}

function every(verdicts: readonly (boolean | undefined)[]): boolean | undefined {
  return verdicts.includes(false) ? false : verdicts.includes(undefined) ? undefined : true;
}

/** The parts between the commas that stand in no brackets. */
function apart(text: string): readonly string[] {
  const parts = [""];
  let depth = 0;
  for (const letter of text) {
    depth += "<(".includes(letter) ? 1 : ">)".includes(letter) ? -1 : 0;
    if (letter === "," && depth === 0) parts.push("");
    else parts.push(`${parts.pop() ?? ""}${letter}`);
  }
  return parts.map((part) => part.trim());
}
