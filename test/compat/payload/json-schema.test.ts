import { expect, test } from "vitest";
import { differences, line, mirrored, straight } from "./payloads.ts";

/** Two schemas of the property `f` and whether it is required; with `whole` two schemas of the object. */
interface Case {
  readonly title: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly told: readonly string[];
}

function object(properties: object, more: object = {}): unknown {
  return { $schema: "https://json-schema.org/draft/2020-12/schema", type: "object", properties, ...more };
}

const ID = { id: { type: "integer" } };
const required = (f: unknown): unknown => object({ ...ID, f }, { required: ["id", "f"] });
const optional = (f: unknown): unknown => object({ ...ID, f }, { required: ["id"] });

const CASES: readonly Case[] = [
  {
    title: "a property that need not be there any more",
    before: required({ type: "string" }),
    after: optional({ type: "string" }),
    told: ["field.required.dropped broken ok breaking major: orders.f may be null now."],
  },
  {
    title: "a property that may be null",
    before: required({ type: "string" }),
    after: required({ type: ["string", "null"] }),
    told: ["field.required.dropped broken ok breaking major: orders.f may be null now."],
  },
  {
    title: "a property is added",
    before: object(ID),
    after: object({ ...ID, f: { type: "string" } }),
    told: ["field.added ok ok safe minor: orders.f is new."],
  },
  {
    title: "another type, inside a list",
    before: optional({ type: "array", items: { type: "object", properties: { sku: { type: "string" } } } }),
    after: optional({ type: "array", items: { type: "object", properties: { sku: { type: "boolean" } } } }),
    told: ["field.type.changed broken broken breaking major: orders.f[].sku is boolean now, not string."],
  },
  {
    title: "a length",
    before: optional({ type: "string", maxLength: 5 }),
    after: optional({ type: "string", maxLength: 9 }),
    told: [
      "field.bound.loosened broken ok risky minor: orders.f was promised a length of at most 5, and now a length of at most 9.",
    ],
  },
  {
    title: "a value of an enum",
    before: optional({ type: "string", enum: ["a", "b"] }),
    after: optional({ type: "string", enum: ["a", "b", "c"] }),
    told: ['field.enum.valueAdded broken ok risky minor: orders.f may hold "c" now.'],
  },
  {
    title: "nothing but the identifier of the schema",
    before: object(ID, { $id: "one" }),
    after: object(ID, { $id: "two" }),
    told: ["payload.rewritten ok ok docs patch: order.schema.json says the same in other words."],
  },
];

test.each(CASES)("$title", ({ before, after, told }) => {
  const found = differences("json-schema", before, after);
  expect(found.map(line).sort()).toEqual([...told].sort());
  expect(found.map(({ path }) => path.startsWith("/payload[order.schema.json]"))).toEqual(found.map(() => true));
  const isExistence = found.some(({ facet }) => facet === "existence");
  if (!isExistence) expect(straight(differences("json-schema", after, before))).toEqual(mirrored(found));
});

test.each([
  [
    "a keyword that nobody knows",
    optional({ type: "string", contentEncoding: "base64" }),
    "The keyword contentEncoding cannot be compared at /properties/f.",
  ],
  ["a reference", optional({ $ref: "#/$defs/f" }), "There is not just one type at /properties/f."],
  [
    "a reference beside a type",
    optional({ type: "string", $ref: "#/$defs/f" }),
    "The keyword $ref cannot be compared at /properties/f.",
  ],
  ["definitions", object(ID, { $defs: {} }), "The keyword $defs cannot be compared at the root."],
  [
    "a choice",
    optional({ type: "string", anyOf: [{ minLength: 1 }] }),
    "The keyword anyOf cannot be compared at /properties/f.",
  ],
  ["several types", optional({ type: ["string", "integer"] }), "There is not just one type at /properties/f."],
  ["a schema that is true", optional(true), "There is true instead of a schema at /properties/f."],
  [
    "a list with a schema for each item",
    optional({ type: "array", items: [{ type: "string" }] }),
    "instead of a schema at /properties/f/items.",
  ],
  [
    "an end that is a flag",
    optional({ type: "number", minimum: 1, exclusiveMinimum: true }),
    "The keyword exclusiveMinimum has no value of its kind at /properties/f.",
  ],
  [
    "a length of a number",
    optional({ type: "number", minLength: 1 }),
    "The keyword minLength cannot be compared at /properties/f.",
  ],
  [
    "other properties with a schema",
    object(ID, { additionalProperties: { type: "string" } }),
    "The keyword additionalProperties cannot be compared at the root.",
  ],
  [
    "other properties that are forbidden",
    object(ID, { additionalProperties: false }),
    "Absence, null or additionalProperties changes at the root.",
  ],
  ["a list at the root", { type: "array", items: { type: "string" } }, "It describes no object."],
  [
    "a required property that is none",
    object(ID, { required: ["f"] }),
    "The keyword required names what is no property at the root.",
  ],
  [
    "null among the values",
    optional({ type: ["string", "null"], enum: ["a", null] }),
    "The keyword enum has values that cannot be compared at /properties/f.",
  ],
])("does not decide about %s", (_title, schema, told) => {
  for (const found of [
    differences("json-schema", object(ID), schema),
    differences("json-schema", schema, object(ID)),
  ]) {
    expect(found.map(({ ruleId, class: weight }) => [ruleId, weight])).toEqual([["payload.undecided", "risky"]]);
    expect(found[0]?.message).toContain(told);
  }
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

test("does not decide between ways to be absent that a contract does not tell apart", () => {
  const absent = optional({ type: "string" });
  const empty = required({ type: ["string", "null"] });
  expect(differences("json-schema", absent, empty).map(line)).toEqual([
    "payload.undecided unknown unknown risky minor: order.schema.json cannot be compared: Absence, null or additionalProperties changes at /properties/f.",
  ]);
});

test("a property may have the name of a method", () => {
  const strange = (type: string): string =>
    `{"type":"object","properties":{"toString":{"type":"${type}"},"valueOf":{"type":"string"}}}`;
  expect(differences("json-schema", strange("string"), strange("boolean")).map(line)).toEqual([
    "field.type.changed broken broken breaking major: orders.toString is boolean now, not string.",
  ]);
});

test("a key that could pollute is read by nobody", () => {
  const schema = '{"type":"object","properties":{"id":{"type":"integer"}},"__proto__":{"polluted":true}}';
  expect(differences("json-schema", object(ID), schema).map(({ ruleId }) => ruleId)).toEqual(["payload.unreadable"]);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});
