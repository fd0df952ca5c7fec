import type { Json, JsonObject, JsonPath } from "../../model/json.ts";
import { isList, isObject, own } from "../../model/json.ts";
import { neighboursOf } from "./near.ts";
import type { Change } from "./site.ts";
import { shown } from "./words.ts";

/** A change of a schema, with paths inside it; nothing written takes away what stands there. */
export interface SchemaChange extends Omit<Change, "written"> {
  readonly path: JsonPath;
  readonly written: Json | undefined;
}

/** Keywords that hold schemas: of the same value, of elements, and by name of members. */
const ONE = new Set(["not", "if", "then", "else", "items", "contains", "additionalProperties", "propertyNames"]);
const MANY = new Set(["allOf", "anyOf", "oneOf", "prefixItems"]);
const NAMED = new Set(["properties", "patternProperties", "$defs", "dependentSchemas"]);
/** Keywords that judge nothing. */
const SILENT = new Set(["$defs", "$comment", "title", "description", "default", "examples", "properties"]);

const BOUNDS: ReadonlySet<string> = new Set(
  ["imum", "Length", "Items", "Properties", "Contains"].flatMap((end) => [`min${end}`, `max${end}`]),
);
const EXCLUSIVE: ReadonlyMap<string, string> = new Map([
  ["minimum", "exclusiveMinimum"],
  ["maximum", "exclusiveMaximum"],
  ["exclusiveMinimum", "minimum"],
  ["exclusiveMaximum", "maximum"],
]);

/** What may have slipped in a schema: a keyword too many, a bound that is off, a value that lacks. */
export function schemaChanges(schema: Json, path: JsonPath = []): readonly SchemaChange[] {
  if (!isObject(schema)) return [];
  return Object.entries(schema).flatMap(([keyword, operand]) => [
    ...(SILENT.has(keyword) ? [] : [{ path: [...path, keyword], written: undefined, change: "dropped" }]),
    ...operandChanges(schema, keyword, operand, path),
    ...schemasIn(keyword, operand).flatMap(([below, part]) => schemaChanges(part, [...path, keyword, ...below])),
  ]);
}

function operandChanges(schema: JsonObject, keyword: string, operand: Json, path: JsonPath): readonly SchemaChange[] {
  const at = [...path, keyword];
  const near = (type: string): readonly SchemaChange[] =>
    neighboursOf(operand, type).map((other) => ({
      path: at,
      written: other,
      change: `${shown(operand)} -> ${shown(other)}`,
    }));
  const shorter = (): readonly SchemaChange[] =>
    isList(operand) && operand.length > 1
      ? operand.map((item, index) => ({
          path: [...at, index],
          written: undefined,
          change: isObject(item) ? "dropped" : `${shown(item)} dropped`,
        }))
      : [];
  const exclusive = EXCLUSIVE.get(keyword);
  if (exclusive !== undefined && own(schema, exclusive) === undefined) {
    const renamed = Object.fromEntries(
      Object.entries(schema).map(([name, value]) => [name === keyword ? exclusive : name, value]),
    );
    return [...near("number"), { path, written: renamed, change: `${keyword} -> ${exclusive}`, at }];
  }
  if (BOUNDS.has(keyword)) return near("number");
  if (keyword === "const") return near("any");
  if (keyword === "pattern") return near("pattern");
  return keyword === "enum" || keyword === "required" || keyword === "type" || MANY.has(keyword) ? shorter() : [];
}

function schemasIn(keyword: string, operand: Json): readonly (readonly [JsonPath, Json])[] {
  if (ONE.has(keyword)) return [[[], operand]];
  if (MANY.has(keyword) && isList(operand)) return operand.map((part, index) => [[index], part] as const);
  if (NAMED.has(keyword) && isObject(operand))
    return Object.entries(operand).map(([name, part]) => [[name], part] as const);
  return [];
}
