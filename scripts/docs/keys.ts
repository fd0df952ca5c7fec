import { isList, isObject, list, own, text } from "../../src/model/json.ts";
import type { Json, JsonObject } from "../../src/model/json.ts";
import { code, flow, table } from "./markdown.ts";

interface Row {
  readonly path: string;
  readonly type: string;
  readonly required: boolean;
  readonly about: string;
}

/** Named parts of a schema that have a section of their own, with the words that link to it. */
export type Sections = Readonly<Record<string, string>>;

/** The keys of an object that a JSON Schema describes, those of objects inside it behind a dot. */
export function keysTable(root: JsonObject, sections: Sections = {}, part: JsonObject = root): string {
  const keys = keysOf({ root, sections }, part, "");
  return table(
    ["key", "type", "meaning"],
    keys.map(({ path, type, required, about }) => [`${code(path)}${required ? " \\*" : ""}`, type, about]),
  );
}

/** The part of a schema that stands under `$defs`. */
export function definition(root: JsonObject, name: string): JsonObject {
  const found = own(own(root, "$defs"), name);
  if (!isObject(found)) throw new Error(`the schema has no part ${name}`);
  return found;
}

interface Reader {
  readonly root: JsonObject;
  readonly sections: Sections;
}

function keysOf(reader: Reader, schema: JsonObject, prefix: string): readonly Row[] {
  const required = new Set(list(own(schema, "required")));
  return Object.entries(object(own(schema, "properties"))).flatMap(([key, value]) => {
    const { schema: property, section } = resolve(reader, object(value));
    const path = `${prefix}${key}`;
    const about = text(own(value, "description")) ?? text(own(property, "description"));
    if (about === undefined) throw new Error(`the schema does not say what ${path} means`);
    const row = { path, type: section ?? typeOf(reader, property), required: required.has(key), about };
    return section === undefined ? [row, ...within(reader, property, path)] : [row];
  });
}

/** The keys below a key: of the object itself, of the elements of a list, of the values under chosen names. */
function within(reader: Reader, schema: JsonObject, path: string): readonly Row[] {
  const inner = (part: Json | undefined, mark: string): readonly Row[] => {
    if (!isObject(part)) return [];
    const { schema: found, section } = resolve(reader, part);
    return section === undefined ? keysOf(reader, found, `${path}${mark}.`) : [];
  };
  return [
    ...keysOf(reader, schema, `${path}.`),
    ...inner(schema["items"], "[]"),
    ...inner(schema["additionalProperties"], ".*"),
  ];
}

function typeOf(reader: Reader, schema: JsonObject): string {
  const { const: only, enum: choices, type, items, additionalProperties } = schema;
  if (only !== undefined) return code(flow(only));
  if (isList(choices)) return choices.map((choice) => code(flow(choice))).join(", ");
  if (type === "array" && isObject(items)) return `list of ${plural(reader, items)}`;
  if (type === "object" && isObject(additionalProperties)) return `map of ${plural(reader, additionalProperties)}`;
  if (isList(type)) return type.map(word).join(" or ");
  return word(type ?? "any");
}

function plural(reader: Reader, schema: JsonObject): string {
  const { schema: found, section } = resolve(reader, schema);
  const type = section ?? typeOf(reader, found);
  return { text: "texts", "whole number": "whole numbers", object: "objects", "true or false": "flags" }[type] ?? type;
}

const WORDS: Readonly<Record<string, string>> = {
  string: "text",
  integer: "whole number",
  boolean: "true or false",
  array: "list",
};

function word(type: Json): string {
  return WORDS[flow(type)] ?? flow(type);
}

function resolve({ root, sections }: Reader, schema: JsonObject): { schema: JsonObject; section: string | undefined } {
  const reference = text(own(schema, "$ref"));
  if (reference === undefined) return { schema, section: undefined };
  const name = reference.slice("#/$defs/".length);
  return { schema: definition(root, name), section: sections[name] };
}

function object(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}
