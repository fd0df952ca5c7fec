import type { Json, JsonObject } from "../model/json.ts";
import { allowsRow } from "./allows.ts";
import type { Bound, FieldForm, ObjectForm } from "./form/contract.ts";
import type { Surroundings } from "./rule.ts";

/**
 * A row of the object that a field belongs to, valid but for this field, which has `value`. Lists and maps on the way to
 * the field have one element. Undefined where no valid value of another field is known, such as one that fits a pattern,
 * or where the side of the field does not surely allow the row.
 */
export function rowWith({ object }: Surroundings, field: FieldForm, value: Json): Json | undefined {
  if (object === undefined) return undefined;
  const side = [object.before, object.after].find(({ fields }) => isShort(fields) && holds(fields, field));
  return side && allowed(side, rowOf(side.fields, field, value));
}

/** A row that was valid before a field came, and does not have it; undefined where none is known. */
export function rowBefore(around: Surroundings, { path, name }: FieldForm): Json | undefined {
  const object = around.object?.before;
  if (object === undefined) return undefined;
  const parentPath = path.slice(0, -name.length - 1);
  if (!isShort(object.fields)) return undefined;
  if (parentPath === object.name) return allowed(object, rowOf(object.fields));
  const parent = fieldAt(object.fields, parentPath);
  const value = parent && rowOf(parent.fields);
  return parent === undefined || value === undefined ? undefined : rowWith(around, parent, value);
}

/**
 * Nobody reads longer rows, and each of many changes would have one: of 500 fields that all change, 250,000 values, which
 * would take four fifths of the time of the comparison.
 */
const WIDEST = 100;

function isShort(fields: readonly FieldForm[]): boolean {
  return fields.length <= WIDEST;
}

function allowed(side: ObjectForm, row: JsonObject | undefined): Json | undefined {
  return row !== undefined && allowsRow(side.fields, row) ? { [side.name]: row } : undefined;
}

function fieldAt(fields: readonly FieldForm[], path: string): FieldForm | undefined {
  for (const field of fields) {
    const found = field.path === path ? field : path.startsWith(field.path) ? fieldAt(below(field), path) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function holds(fields: readonly FieldForm[], wanted: FieldForm): boolean {
  return fields.some((field) => leadsTo(field, wanted));
}

function leadsTo(field: FieldForm, wanted: FieldForm): boolean {
  return field === wanted || (wanted.path.startsWith(field.path) && holds(below(field), wanted));
}

function below({ fields, items, key, value }: FieldForm): readonly FieldForm[] {
  return [...fields, ...[items, key, value].flatMap((part) => part ?? [])];
}

function rowOf(fields: readonly FieldForm[], wanted?: FieldForm, value: Json = null): JsonObject | undefined {
  const entries: (readonly [string, Json])[] = [];
  for (const field of fields) {
    const isOnTheWay = wanted !== undefined && leadsTo(field, wanted);
    if (!isOnTheWay && !field.required) continue;
    const sample = sampleOf(field, wanted, value);
    if (sample === undefined) return undefined;
    entries.push([field.name, sample]);
  }
  // Whatever a field is called, such as __proto__, it is only a name.
  return Object.fromEntries(entries);
}

function sampleOf(field: FieldForm, wanted: FieldForm | undefined, value: Json): Json | undefined {
  if (field === wanted) return value;
  if (field.type.kind === "object") return rowOf(field.fields, wanted, value);
  if (field.type.kind === "array") {
    const item = field.items && sampleOf(field.items, wanted, value);
    const count = countOf(field.domain.bounds.items, 10);
    return field.items === undefined ? [] : item === undefined ? undefined : Array<Json>(count).fill(item);
  }
  if (field.type.kind === "map") {
    if (field.key === wanted) return typeof value === "string" ? { [value]: null } : undefined;
    const entry = field.value && sampleOf(field.value, wanted, value);
    return field.value === undefined ? {} : entry === undefined ? undefined : { key: entry };
  }
  return validValue(field);
}

/** Some value that a field allows; undefined where none is known. */
export function validValue({ type, domain }: FieldForm): Json | undefined {
  const [first] = domain.values ?? [];
  if (first !== undefined) return JSON.parse(first) as Json;
  if (domain.pattern !== "" || domain.format !== "" || domain.multipleOf !== undefined) return undefined;
  const { value, length } = domain.bounds;
  const low = value?.least ?? value?.most;
  if (NUMERIC.has(type.kind)) {
    if (low === undefined) return 1;
    return typeof low.value === "number" && !low.open ? low.value : undefined;
  }
  if (TEXTUAL.has(type.kind)) return "x".repeat(countOf(length, 100));
  if (type.kind === "boolean") return true;
  if (low !== undefined) return undefined;
  if (type.kind === "timestamp") return type.zoned === false ? "2026-01-01T00:00:00" : "2026-01-01T00:00:00Z";
  return type.kind === "date" ? "2026-01-01" : type.kind === "time" ? "00:00:00" : undefined;
}

/** A count that reaches the least one of a bound, if that is not too many; whatever a contract says, it is a whole number. */
function countOf({ least }: Bound = {}, most: number): number {
  return typeof least?.value === "number" ? Math.min(Math.max(Math.ceil(least.value), 0), most) : 1;
}

const NUMERIC: ReadonlySet<string> = new Set(["integer", "float", "number", "decimal"]);
const TEXTUAL: ReadonlySet<string> = new Set(["string", "bytes", "none", "other"]);
