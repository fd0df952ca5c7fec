import type { Json, JsonObject, JsonPath } from "../../model/json.ts";
import { isList, isObject, own, pointer, text } from "../../model/json.ts";
import { misfits } from "../schema-body.ts";

/** A keyword that can be kept or violated. */
export interface Keyword {
  /** Where it stands in the schema. */
  readonly key: string;
  readonly path: JsonPath;
  readonly written: JsonObject;
}

/** What a keyword said of a value that it came to. */
export interface Judged {
  readonly key: string;
  readonly holds: boolean;
}

type Kind = "number" | "text" | "list" | "object" | "any";

/** Keywords that can be violated, and of which values. */
const ASSERTIONS: ReadonlyMap<string, Kind> = new Map([
  ...words("any", "type const enum not if anyOf oneOf"),
  ...words("number", "minimum maximum exclusiveMinimum exclusiveMaximum multipleOf"),
  ...words("text", "minLength maxLength pattern"),
  ...words("list", "minItems maxItems uniqueItems contains minContains maxContains"),
  ...words("object", "required minProperties maxProperties additionalProperties propertyNames dependentRequired"),
]);

/** Keywords that say nothing without others beside them. */
const BESIDE: Readonly<Record<string, readonly string[]>> = {
  additionalProperties: ["properties", "patternProperties"],
  minContains: ["contains"],
  maxContains: ["contains"],
};

function words(kind: Kind, names: string): readonly (readonly [string, Kind])[] {
  return names.split(" ").map((name) => [name, kind] as const);
}

/** Everything in a schema that can be kept or violated. */
export function keywordsOf(schema: JsonObject): readonly Keyword[] {
  return nodesIn(schema, []).flatMap(({ node, path }) =>
    Object.entries(node).flatMap(([name, operand]) =>
      ASSERTIONS.has(name)
        ? [{ key: pointer([...path, name]), path: ["schema", ...path, name], written: { [name]: operand } }]
        : [],
    ),
  );
}

interface Node {
  readonly node: JsonObject;
  readonly path: JsonPath;
}

/** Keywords whose schemas judge on their own, so that what stands inside them is seen too. */
const INSIDE = ["allOf", "anyOf", "oneOf", "prefixItems", "then", "else", "items", "additionalProperties"];
const NAMED = ["properties", "patternProperties", "$defs"];

function nodesIn(schema: Json | undefined, path: JsonPath): readonly Node[] {
  if (isList(schema)) return schema.flatMap((part, index) => nodesIn(part, [...path, index]));
  if (!isObject(schema)) return [];
  const below = INSIDE.flatMap((name) => nodesIn(own(schema, name), [...path, name]));
  const named = NAMED.flatMap((name) =>
    Object.entries(own(schema, name) ?? {}).flatMap(([member, part]) => nodesIn(part as Json, [...path, name, member])),
  );
  return [{ node: schema, path }, ...below, ...named];
}

/** What every keyword says of those parts of a value that it comes to. */
export function judgements(root: JsonObject, value: Json): readonly Judged[] {
  return judged({ node: root, path: [] }, value, root);
}

function judged({ node, path }: Node, value: Json, root: JsonObject): readonly Judged[] {
  const here = Object.keys(node).flatMap((name): readonly Judged[] => {
    const kind = ASSERTIONS.get(name);
    if (kind === undefined || (kind !== "any" && kind !== kindOf(value))) return [];
    return [{ key: pointer([...path, name]), holds: keeps(partOf(node, name, root), value) }];
  });
  return [...here, ...parts({ node, path }, value, root).flatMap(([part, inner]) => judged(part, inner, root))];
}

/** The schemas that a node hands a value, or a part of it, on to. */
function parts({ node, path }: Node, value: Json, root: JsonObject): readonly (readonly [Node, Json])[] {
  const at = (steps: JsonPath, inner: Json | undefined): readonly (readonly [Node, Json])[] => {
    const found = steps.reduce<Json | undefined>(
      (part, step) => (isList(part) ? part[Number(step)] : own(part, String(step))),
      node,
    );
    return isObject(found) && inner !== undefined ? [[{ node: found, path: [...path, ...steps] }, inner]] : [];
  };
  const many = (name: string): readonly Json[] => {
    const schemas = own(node, name);
    return isList(schemas) ? schemas : [];
  };
  const same = ["allOf", "anyOf", "oneOf"].flatMap((name) =>
    many(name).flatMap((_, index) => at([name, index], value)),
  );
  const branch = own(node, "if") === undefined ? [] : at([holdsIf(node, value, root) ? "then" : "else"], value);
  const reference = referred(node, root).map((part) => [part, value] as const);
  return [...same, ...branch, ...reference, ...elements(node, value, at), ...members(node, value, at)];
}

type At = (steps: JsonPath, inner: Json | undefined) => readonly (readonly [Node, Json])[];

function elements(node: JsonObject, value: Json, at: At): readonly (readonly [Node, Json])[] {
  if (!isList(value)) return [];
  const first = own(node, "prefixItems");
  const count = isList(first) ? first.length : 0;
  return value.flatMap((item, index) => (index < count ? at(["prefixItems", index], item) : at(["items"], item)));
}

function members(node: JsonObject, value: Json, at: At): readonly (readonly [Node, Json])[] {
  if (!isObject(value)) return [];
  const named = Object.keys(own(node, "properties") ?? {});
  return [
    ...named.flatMap((name) => at(["properties", name], own(value, name))),
    ...Object.keys(value).flatMap((name) =>
      named.includes(name) ? [] : at(["additionalProperties"], own(value, name)),
    ),
  ];
}

function referred(node: JsonObject, root: JsonObject): readonly Node[] {
  const name = text(own(node, "$ref"))?.slice("#/$defs/".length).replaceAll("~1", "/").replaceAll("~0", "~");
  const found = name === undefined ? undefined : own(own(root, "$defs"), name);
  return name !== undefined && isObject(found) ? [{ node: found, path: ["$defs", name] }] : [];
}

function holdsIf(node: JsonObject, value: Json, root: JsonObject): boolean {
  return keeps(partOf(node, "if", root), value);
}

const alone = new WeakMap<JsonObject, Map<string, JsonObject>>();

/** One keyword of a node as a schema of its own; made once, because schemas are compiled once for each object. */
function partOf(node: JsonObject, name: string, root: JsonObject): JsonObject {
  const known = alone.get(node) ?? new Map<string, JsonObject>();
  alone.set(node, known);
  const found = known.get(name);
  if (found !== undefined) return found;
  const beside = (BESIDE[name] ?? []).flatMap((other) =>
    other in node ? [[other, node[other] ?? null] as const] : [],
  );
  // `if` alone asks nothing: what it stands for is whether its schema fits.
  const keyword = name === "if" ? { allOf: [node["if"] ?? {}] } : { [name]: node[name] ?? null };
  const part: JsonObject = { ...keyword, ...Object.fromEntries(beside), $defs: own(root, "$defs") ?? {} };
  known.set(name, part);
  return part;
}

function keeps(schema: JsonObject, value: Json): boolean {
  const found = misfits(schema, value);
  return !("kind" in found) && found.length === 0;
}

function kindOf(value: Json): Kind {
  if (isList(value)) return "list";
  if (isObject(value)) return "object";
  return typeof value === "number" ? "number" : typeof value === "string" ? "text" : "any";
}
