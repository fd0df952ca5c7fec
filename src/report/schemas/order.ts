import { isList, isObject, own } from "../../model/json.ts";
import type { Json, JsonObject } from "../../model/json.ts";

/** The value with the keys of its objects in the order in which the schema names them; keys it does not name follow, sorted. */
export function inSchemaOrder(schema: JsonObject, value: unknown): Json {
  return ordered(schema, value, own(schema, "$defs"));
}

function ordered(schema: unknown, value: unknown, defs: unknown): Json {
  const shape = follow(schema, defs);
  if (isList(value)) return value.map((item) => ordered(own(shape, "items"), item, defs));
  if (isObject(value)) return orderedObject(own(shape, "properties"), value, defs);
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
}

function orderedObject(properties: unknown, value: JsonObject, defs: unknown): JsonObject {
  const named = isObject(properties) ? Object.keys(properties) : [];
  const unnamed = Object.keys(value)
    .filter((key) => !named.includes(key))
    .sort();
  const present = [...named, ...unnamed].filter((key) => own(value, key) !== undefined);
  return Object.fromEntries(present.map((key) => [key, ordered(own(properties, key), value[key], defs)]));
}

function follow(schema: unknown, defs: unknown): unknown {
  const ref = own(schema, "$ref");
  return typeof ref === "string" ? own(defs, ref.slice("#/$defs/".length)) : schema;
}
