import type { Json } from "../model/json.ts";
import { canonical, isList, isObject, own } from "../model/json.ts";
import type { Bound, FieldForm, Limit, ValueDomain } from "./form/contract.ts";
import { accepts } from "./accepts.ts";

/** Whether fields surely allow a row. Columns that they do not know are passed over. */
export function allowsRow(fields: readonly FieldForm[], row: Json): boolean {
  return isObject(row) && fields.every((field) => allows(field, own(row, field.name) ?? null));
}

/** Whether a field surely allows a value. Patterns and formats are never tried: a field with one allows only null. */
export function allows(field: FieldForm, value: Json): boolean {
  const { type, logical, domain } = field;
  if (value === null) return !field.required;
  if (domain.pattern !== "" || domain.format !== "") return false;
  if (domain.values !== undefined && !domain.values.includes(canonical(value))) return false;
  if (type.kind === "none") return domain.multipleOf === undefined && Object.keys(domain.bounds).length === 0;
  if (type.kind !== "array" && type.kind !== "object" && type.kind !== "map")
    return accepts(type, value) === true && accepts(logical, value) === true && isInDomain(field, value);
  // Where the logical type says something else nobody knows what stands in a row.
  if (logical.kind !== "none" && logical.kind !== type.kind) return false;
  if (isList(value)) return type.kind === "array" && allowsList(field, value);
  if (!isObject(value) || type.kind === "array" || !isWithin(domain.bounds.properties, Object.keys(value).length))
    return false;
  return type.kind === "object" ? allowsRow(field.fields, value) : Object.entries(value).every(inMap(field));
}

function allowsList({ domain, items }: FieldForm, values: readonly Json[]): boolean {
  if (!isWithin(domain.bounds.items, values.length) || (domain.uniqueItems && hasTwins(values))) return false;
  return items === undefined || values.every((value) => allows(items, value));
}

function inMap({ key, value }: FieldForm): (entry: readonly [string, Json]) => boolean {
  return ([name, inside]) => (key === undefined || allows(key, name)) && (value === undefined || allows(value, inside));
}

function isInDomain({ domain }: FieldForm, value: Json): boolean {
  const { value: range, length } = domain.bounds;
  if (typeof value === "number") return isWithin(range, value) && isMultiple(domain, value);
  return typeof value !== "string" || (isWithin(length, value.length) && isWithin(range, value));
}

function isMultiple({ multipleOf }: ValueDomain, value: number): boolean {
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
