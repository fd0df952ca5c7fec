import type { SubjectKind } from "../../model/finding.ts";
import type { Json, JsonObject } from "../../model/json.ts";
import type { KeyTree } from "../../model/key-tree.ts";
import type { FactTrees } from "./key-tree.ts";

const KINDS: readonly SubjectKind[] = ["product", "contract", "consumer", "mesh"];

/** The definitions that were drawn so far, by the keys of the objects they are of. */
interface Drawing {
  readonly names: Map<KeyTree["keys"], string>;
  readonly definitions: Map<string, JsonObject>;
}

/** The JSON Schema (draft 2020-12) of the facts that policies are held against. Equal trees give equal text. */
export function factsSchema(trees: FactTrees): JsonObject {
  const drawing: Drawing = { names: new Map(), definitions: new Map() };
  const subjects = KINDS.map((kind) => [kind, schemaOf({ ...trees[kind], type: "object" }, kind, drawing)] as const);
  const { before, ...beside } = membersOf(trees.common.keys, "", drawing);
  const past = { description: before?.["description"] ?? "" };
  const forms = subjects.map(([kind, schema]) => ({
    type: "object",
    required: [kind, "guild", "asOf"],
    properties: { [kind]: schema, before: { ...past, ...schema }, ...beside },
    additionalProperties: false,
  }));
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: "meshgate/facts/v1",
    title: "Facts",
    description: "What a policy may read of a subject, from the roots of its rule; `it` is a part of it.",
    oneOf: forms,
    $defs: Object.fromEntries(drawing.definitions),
  };
}

/** Objects stand among the definitions, because some contain themselves and many come more than once. */
function schemaOf(tree: KeyTree, name: string, drawing: Drawing): Record<string, Json> {
  const about = tree.about === undefined ? {} : { description: tree.about };
  if (tree.open) return about;
  if (tree.keys !== undefined) return { ...about, $ref: `#/$defs/${definition(tree, name, drawing)}` };
  return { ...about, ...typeOf(tree, name, drawing) };
}

function typeOf({ type, words, lowerCase, elements, others }: KeyTree, name: string, drawing: Drawing): JsonObject {
  if (type === undefined) return elements !== undefined || others !== undefined ? {} : SCALAR;
  switch (type) {
    case "object":
      return { type: "object", additionalProperties: others ? schemaOf(others, `${name}.any`, drawing) : false };
    case "list":
      return { type: "array", items: elements ? schemaOf(elements, `${name}.item`, drawing) : {} };
    case "text":
      return { type: "string", ...(words && { enum: words }), ...(lowerCase && { pattern: "^[^A-Z]*$" }) };
    case "number":
    case "boolean":
      return { type };
  }
}

const SCALAR: JsonObject = { type: ["string", "number", "boolean"] };

function definition(tree: KeyTree, name: string, drawing: Drawing): string {
  const known = drawing.names.get(tree.keys);
  if (known !== undefined) return known;
  // Set before it is drawn: it may contain itself.
  drawing.names.set(tree.keys, name);
  drawing.definitions.set(name, {});
  const { type, keys, others } = tree;
  const required = [...(keys ?? [])].flatMap(([key, { given }]) => (given ? [key] : []));
  drawing.definitions.set(name, {
    ...(type === "object" && { type }),
    ...(required.length > 0 && { required }),
    properties: membersOf(keys, name, drawing),
    additionalProperties: others ? schemaOf(others, `${name}.any`, drawing) : false,
  });
  return name;
}

function membersOf(keys: KeyTree["keys"], name: string, drawing: Drawing): Record<string, Record<string, Json>> {
  const members = [...(keys ?? [])].map(([key, tree]) => {
    const inside = name === "" ? key : `${name}.${key}`;
    return [key, schemaOf(tree, inside, drawing)] as const;
  });
  return Object.fromEntries(members);
}
