import type { Json, JsonObject } from "../model/json.ts";
import { isList, isObject, list, own, text } from "../model/json.ts";
import { enumerate, quote } from "./words.ts";

/** Keywords whose schemas look at the same value. */
const SAME_VALUE = ["allOf", "anyOf", "oneOf", "if", "then", "else", "dependentSchemas"] as const;

/** `schema`, or what its `$ref` points to inside `root`. Chains are followed, circles are not. */
export function follow(schema: JsonObject, root: JsonObject): JsonObject {
  const seen = new Set<JsonObject>();
  let current = schema;
  for (
    let ref = text(own(current, "$ref"));
    ref !== undefined && !seen.has(current);
    ref = text(own(current, "$ref"))
  ) {
    seen.add(current);
    const target = lookUp(ref, root);
    if (target === undefined) return current;
    current = target;
  }
  return current;
}

function lookUp(ref: string, root: JsonObject): JsonObject | undefined {
  if (!ref.startsWith("#")) return undefined;
  let value: Json | undefined = root;
  for (const part of ref.slice(1).split("/").slice(1)) {
    const key = decodeURIComponent(part).replaceAll("~1", "/").replaceAll("~0", "~");
    value = isList(value) ? value[Number(key)] : own(value, key);
  }
  return isObject(value) ? value : undefined;
}

/** Every schema that judging a value by `schema` can reach, references included. */
export function reachOf(schema: Json, root: JsonObject): ReadonlySet<JsonObject> {
  const reach = new Set<JsonObject>();
  const visit = (value: Json | undefined): void => {
    if (isList(value)) value.forEach(visit);
    if (!isObject(value) || reach.has(value)) return;
    reach.add(value);
    if (text(value["$ref"]) !== undefined) visit(follow(value, root));
    Object.values(value).forEach(visit);
  };
  visit(schema);
  return reach;
}

/** What `schema` says of the member `key`, wherever it says it. */
export function memberSchemas(schema: JsonObject, key: string, root: JsonObject): readonly JsonObject[] {
  return [...partsOf(schema, root)].map((part) => own(own(part, "properties"), key)).filter(isObject);
}

/** Every key that `schema` names, wherever it names it. */
export function legalKeys(schema: JsonObject, root: JsonObject): readonly string[] {
  const keys = [...partsOf(schema, root)].flatMap((part) => {
    const properties = own(part, "properties");
    return isObject(properties) ? Object.keys(properties).filter((key) => properties[key] !== false) : [];
  });
  return [...new Set(keys)];
}

/** `schema` and all that it combines for the same value. */
function partsOf(schema: JsonObject, root: JsonObject): ReadonlySet<JsonObject> {
  const parts = new Set<JsonObject>();
  const visit = (part: JsonObject): void => {
    if (parts.has(part)) return;
    parts.add(part);
    visit(follow(part, root));
    for (const keyword of SAME_VALUE) {
      const inner = own(part, keyword);
      const schemas =
        keyword === "dependentSchemas" && isObject(inner) ? Object.values(inner) : [inner, ...list(inner)];
      schemas.filter(isObject).forEach(visit);
    }
  };
  visit(schema);
  return parts;
}

/** The JSON types that `schema` admits, as far as it says so itself; undefined for all. */
export function typesOf(schema: JsonObject, root: JsonObject): ReadonlySet<string> | undefined {
  const target = follow(schema, root);
  const type = own(target, "type");
  if (typeof type === "string") return new Set([type]);
  if (isList(type)) return new Set(type.filter((name) => typeof name === "string"));
  const values = valuesOf(target, root);
  if (values !== undefined) return new Set(values.map(typeOf));
  const all = list(own(target, "allOf")).filter(isObject);
  return all.map((part) => typesOf(part, root)).find((types) => types !== undefined);
}

/** The values of `const` or `enum`. */
export function valuesOf(schema: JsonObject, root: JsonObject): readonly Json[] | undefined {
  const target = follow(schema, root);
  const constant = own(target, "const");
  if (constant !== undefined) return [constant];
  const values = own(target, "enum");
  return isList(values) ? values : undefined;
}

function typeOf(value: Json): string {
  if (value === null) return "null";
  if (isList(value)) return "array";
  return typeof value;
}

export function admits(types: ReadonlySet<string> | undefined, value: Json): boolean {
  return types === undefined || types.has(typeOf(value)) || (types.has("integer") && Number.isInteger(value));
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  integer: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  null: "nothing",
};

/** What `schema` wants, in words; its own under `x-expected` where it has them. */
export function expectation(schema: JsonObject, root: JsonObject): string {
  return enumerate([...new Set(wishes(schema, root, 0))], "or");
}

function wishes(schema: JsonObject, root: JsonObject, depth: number): readonly string[] {
  const target = follow(schema, root);
  const words = text(own(schema, "x-expected")) ?? text(own(target, "x-expected"));
  if (words !== undefined) return [words];
  const values = valuesOf(target, root);
  if (values !== undefined) return [oneOf(values)];
  const pattern = text(own(target, "pattern"));
  if (pattern !== undefined) return [`text that matches /${pattern}/`];
  const types = typesOf(target, root);
  if (types !== undefined) return [...types].map((type) => TYPE_NAMES[type] ?? type);
  const branches = [...list(own(target, "oneOf")), ...list(own(target, "anyOf"))].filter(isObject);
  // Deep enough for every schema of ours; stops those that contain themselves.
  return depth > 4 ? [] : branches.flatMap((branch) => wishes(branch, root, depth + 1));
}

/** `"a"`, or `one of "a", "b" or "c"`. */
export function oneOf(values: readonly Json[]): string {
  return `${values.length === 1 ? "" : "one of "}${enumerate(values.map(literal), "or")}`;
}

export function literal(value: Json): string {
  return typeof value === "string" ? quote(value) : JSON.stringify(value);
}
