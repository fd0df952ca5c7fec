import type { Json } from "../../../model/json.ts";
import { canonical, isList } from "../../../model/json.ts";
import type { Bound, FieldForm, Limit } from "../../form/contract.ts";
import type { Surroundings } from "../../rule.ts";
import { rowWith } from "../../witness.ts";

/** A row in which a field has the first of some values that it allows; undefined where it is not known to allow any. */
export function rowWithOneOf(around: Surroundings, field: FieldForm, values: readonly Json[]): Json | undefined {
  const value = values.find((one) => allows(field, one));
  return value === undefined ? undefined : rowWith(around, field, value);
}

/** Whether a field surely allows a value. Patterns and formats are never tried, so a field with one allows nothing. */
function allows({ type, domain }: FieldForm, value: Json): boolean {
  if (domain.pattern !== "" || domain.format !== "") return false;
  if (domain.values !== undefined && !domain.values.includes(canonical(value))) return false;
  const { value: range, length, items } = domain.bounds;
  if (NUMBERS.has(type.kind)) {
    return typeof value === "number" && isNumberOf(type, value) && isWithin(range, value) && isMultiple(domain, value);
  }
  if (type.kind === "string") {
    return typeof value === "string" && value.length <= (type.length ?? Infinity) && isWithin(length, value.length);
  }
  if (MOMENTS.has(type.kind)) return typeof value === "string" && isWithin(range, value);
  if (type.kind === "boolean") return typeof value === "boolean";
  return (
    type.kind === "array" && isList(value) && isWithin(items, value.length) && !(domain.uniqueItems && hasTwins(value))
  );
}

const NUMBERS: ReadonlySet<string> = new Set(["integer", "float", "number", "decimal"]);
const MOMENTS: ReadonlySet<string> = new Set(["date", "timestamp", "time"]);

function isNumberOf(type: FieldForm["type"], value: number): boolean {
  if (type.kind === "integer") {
    const bits = type.bits ?? 64;
    const most = 2 ** (type.signed ? bits - 1 : bits);
    return Number.isInteger(value) && value < most && value >= (type.signed ? -most : 0);
  }
  // Digits behind the point are left to scales that are not said.
  if (type.kind !== "decimal" || type.precision === undefined) return true;
  return Number.isInteger(value) && Math.abs(value) < 10 ** (type.precision - (type.scale ?? 0));
}

function isMultiple({ multipleOf }: FieldForm["domain"], value: number): boolean {
  return multipleOf === undefined || Number.isInteger(value / multipleOf);
}

export function isWithin({ least, most }: Bound = {}, value: number | string): boolean {
  return (least === undefined || reaches(value, least, 1)) && (most === undefined || reaches(value, most, -1));
}

function reaches(value: number | string, { value: end, open }: Limit, inward: 1 | -1): boolean {
  if (typeof value !== typeof end) return false;
  if (value === end) return !open;
  return value > end === inward > 0;
}

function hasTwins(values: readonly Json[]): boolean {
  return new Set(values.map(canonical)).size < values.length;
}
