import type { Json } from "../model/json.ts";
import { isList, isObject } from "../model/json.ts";
import type { TypeForm } from "./form/type.ts";

/** Whether a value is one of a type; undefined: not known. */
export function accepts(type: TypeForm, value: Json): boolean | undefined {
  switch (type.kind) {
    case "number":
      return typeof value === "number";
    case "integer":
      return typeof value === "number" && Number.isInteger(value) && isInRange(type, value);
    case "float":
      if (typeof value !== "number") return false;
      return type.bits === undefined ? undefined : type.bits > 32 || Math.abs(value) < 3.5e38;
    case "decimal":
      return typeof value === "number" && isDecimal(type, value);
    case "string":
      return typeof value === "string" && hasLength(type, value);
    case "boolean":
      return typeof value === "boolean";
    case "date":
      return typeof value === "string" && /^\d{4}-\d\d-\d\d$/u.test(value);
    case "time":
    case "timestamp":
      return typeof value === "string" && isMoment(type, value);
    case "array":
      return isList(value) ? undefined : false;
    case "object":
    case "map":
      return isObject(value) ? undefined : false;
    case "bytes":
    case "json":
    case "vector":
    case "other":
      return undefined;
    case "none":
      return true;
  }
}

function isInRange({ signed, bits }: Extract<TypeForm, { kind: "integer" }>, value: number): boolean {
  const most = bits === undefined ? Infinity : 2 ** (signed ? bits - 1 : bits);
  return value < most && value >= (signed ? -most : 0);
}

function isDecimal(
  { precision, scale = 0 }: Extract<TypeForm, { kind: "decimal" }>,
  value: number,
): boolean | undefined {
  if (precision === undefined) return undefined;
  const shifted = value * 10 ** scale;
  const isWhole = Math.abs(shifted - Math.round(shifted)) < 1e-9;
  return isWhole && Math.abs(value) < 10 ** (precision - scale);
}

/** Texts of a fixed length are filled up with spaces: whether a shorter one is valid depends on who looks. */
function hasLength({ length, fixed }: Extract<TypeForm, { fixed: boolean }>, value: string): boolean | undefined {
  const longest = length ?? (fixed ? 1 : Infinity);
  if (value.length > longest) return false;
  return fixed && value.length < longest ? undefined : true;
}

function isMoment({ kind, zoned }: Extract<TypeForm, { kind: "timestamp" | "time" }>, value: string): boolean {
  const pattern = kind === "time" ? /^\d\d:\d\d:\d\d(Z?)$/u : /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z?)$/u;
  const zone = pattern.exec(value)?.[1];
  if (zone === undefined) return false;
  // Where nothing is said of a zone, neither is excluded.
  return zoned === undefined || zoned === (zone === "Z");
}
