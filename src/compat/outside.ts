import type { Json } from "../model/json.ts";
import { isList, isObject } from "../model/json.ts";
import type { FieldForm } from "./form/contract.ts";
import type { TypeForm } from "./form/type.ts";

/** A value that a field surely allows and another type surely does not; undefined where none is known. */
export function valueOutside({ type, domain }: FieldForm, other: TypeForm): Json | undefined {
  const { values, bounds, pattern, format, multipleOf } = domain;
  const isNumeric = ["integer", "float", "number", "decimal"].includes(type.kind);
  const isLimited =
    pattern !== "" || multipleOf !== undefined || Object.keys(bounds).length > 0 || (format !== "" && !isNumeric);
  if (isLimited) return undefined;
  const samples = values?.map((value) => JSON.parse(value) as Json) ?? samplesFor(other);
  return samples.find((value) => accepts(type, value) === true && accepts(other, value) === false);
}

/** Values at the edges of a type and of every other kind, the plainest last. */
function samplesFor(type: TypeForm): readonly Json[] {
  return [
    ...edges(type),
    1,
    0.5,
    -1,
    true,
    "x",
    "2026-01-01",
    "2026-01-01T00:00:00",
    "2026-01-01T00:00:00Z",
    "00:00:00",
  ];
}

function edges(type: TypeForm): readonly Json[] {
  if (type.kind === "integer") return type.bits === undefined ? [] : [2 ** (type.signed ? type.bits - 1 : type.bits)];
  if (type.kind === "float") return [1e39];
  if (type.kind === "decimal")
    return [10 ** ((type.precision ?? 0) - (type.scale ?? 0)), Number(`5e-${String((type.scale ?? 0) + 1)}`)];
  if (type.kind !== "string" || type.length === undefined || type.length > 1000) return [];
  return ["x".repeat(type.length + 1)];
}

/** Undefined: not known. */
function accepts(type: TypeForm, value: Json): boolean | undefined {
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
function hasLength({ length, fixed }: Extract<TypeForm, { kind: "string" }>, value: string): boolean | undefined {
  const longest = length ?? (fixed ? 1 : Infinity);
  if (value.length > longest) return false;
  return fixed && value.length < longest ? undefined : true;
}

function isMoment(
  { kind, zoned }: Extract<TypeForm, { kind: "timestamp" | "time" }>,
  value: string,
): boolean | undefined {
  const pattern = kind === "time" ? /^\d\d:\d\d:\d\d(Z?)$/u : /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z?)$/u;
  const zone = pattern.exec(value)?.[1];
  if (zone === undefined) return false;
  return zoned === undefined ? undefined : zoned === (zone === "Z");
}
