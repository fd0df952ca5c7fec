import { expect, test } from "vitest";
import { differences, line, mirrored, straight } from "./payloads.ts";

/** `before` and `after` are types of the field `f` of `shop.Order`; with `fields` they are its fields, with `whole` the schema. */
interface Case {
  readonly title: string;
  readonly of?: "fields" | "whole";
  readonly before: unknown;
  readonly after: unknown;
  readonly told: readonly string[];
}

const READERS = "payload.broken.readers broken ok breaking major";
const STORED = "payload.broken.stored ok broken risky minor";
const BOTH = "payload.broken broken broken breaking major";
const UNDECIDED = "payload.undecided unknown unknown risky minor";
const COMPATIBLE =
  "payload.compatible ok ok safe minor: order.avsc changes so that each version reads what was written with the other.";
const REWRITTEN = "payload.rewritten ok ok docs patch: order.avsc says the same in other words.";

function order(...fields: readonly unknown[]): unknown {
  return { type: "record", name: "Order", namespace: "shop", fields };
}

function state(symbols: readonly string[], more: object = {}): unknown {
  return { type: "enum", name: "State", symbols, ...more };
}

function lines(type: unknown): unknown {
  return { type: "record", name: "Line", fields: [{ name: "sku", type }] };
}

function decimal(precision: number, scale: number): unknown {
  return { type: "bytes", logicalType: "decimal", precision, scale };
}

const long = (logicalType: string): unknown => ({ type: "long", logicalType });
const fixed = (size: number): unknown => ({ type: "fixed", name: "Hash", size });
const named = (more: object): unknown => ({ type: "record", name: "Order", namespace: "shop", fields: [], ...more });

const CASES: readonly Case[] = [
  { title: "documentation", before: "int", after: { type: "int", doc: "A number." }, told: [REWRITTEN] },
  {
    title: "a namespace that is written into the name",
    of: "whole",
    before: named({}),
    after: named({ name: "shop.Order", namespace: "other" }),
    told: [REWRITTEN],
  },
  { title: "int to long", before: "int", after: "long", told: [`${READERS}: shop.Order.f is long now, not int.`] },
  { title: "long to int", before: "long", after: "int", told: [`${STORED}: shop.Order.f is int now, not long.`] },
  {
    title: "float to double",
    before: "float",
    after: "double",
    told: [`${READERS}: shop.Order.f is double now, not float.`],
  },
  {
    title: "long to float",
    before: "long",
    after: "float",
    told: [`${READERS}: shop.Order.f is float now, not long.`],
  },
  { title: "string to bytes", before: "string", after: "bytes", told: [COMPATIBLE] },
  { title: "int to string", before: "int", after: "string", told: [`${BOTH}: shop.Order.f is string now, not int.`] },
  {
    title: "a field with a default is added",
    of: "fields",
    before: [],
    after: [{ name: "f", type: "int", default: 0 }],
    told: [COMPATIBLE],
  },
  {
    title: "a field without a default is added",
    of: "fields",
    before: [],
    after: [{ name: "f", type: "int" }],
    told: [`${STORED}: shop.Order.f is new and has no default for data that was written before.`],
  },
  {
    title: "a field without a default is removed",
    of: "fields",
    before: [{ name: "f", type: "int" }],
    after: [],
    told: [`${READERS}: shop.Order.f is gone, and readers with the old schema have no default for it.`],
  },
  {
    title: "a field is renamed",
    of: "fields",
    before: [{ name: "f", type: "int" }],
    after: [{ name: "g", type: "int" }],
    told: [
      `${READERS}: shop.Order.f is gone, and readers with the old schema have no default for it.`,
      `${STORED}: shop.Order.g is new and has no default for data that was written before.`,
    ],
  },
  {
    title: "a field is renamed with an alias",
    of: "fields",
    before: [{ name: "f", type: "int" }],
    after: [{ name: "g", type: "int", aliases: ["f"] }],
    told: [`${READERS}: shop.Order.f is gone, and readers with the old schema have no default for it.`],
  },
  {
    title: "a field could be read from two",
    of: "fields",
    before: [
      { name: "f", type: "int", default: 0 },
      { name: "g", type: "int", default: 0 },
    ],
    after: [{ name: "f", type: "int", default: 0, aliases: ["g"] }],
    told: ["payload.undecided ok unknown risky minor: shop.Order.f may be read from several fields: f, g."],
  },
  {
    title: "null is allowed",
    before: "int",
    after: ["null", "int"],
    told: [`${READERS}: shop.Order.f may be null now.`],
  },
  {
    title: "the branches of a union change places",
    before: ["null", "int"],
    after: ["int", "null"],
    told: [COMPATIBLE],
  },
  {
    title: "a branch is wider",
    before: ["null", "int"],
    after: ["null", "long"],
    told: [`${READERS}: shop.Order.f may be long now.`],
  },
  {
    title: "a branch becomes another one that the reader knows as well",
    before: ["int", "long"],
    after: ["long"],
    told: [COMPATIBLE],
  },
  {
    title: "a union of two types becomes a third",
    before: ["null", "int"],
    after: "string",
    told: [`${BOTH}: shop.Order.f is string now, not null or int.`],
  },
  {
    title: "symbols come and go",
    before: state(["OPEN", "PAID"]),
    after: state(["OPEN", "SENT"]),
    told: [
      `${READERS}: shop.State may be SENT now, which readers with the old schema do not know, and it had no default.`,
      `${STORED}: shop.State may no longer be PAID, which data written before may hold, and it has no default.`,
    ],
  },
  {
    title: "a symbol is added to an enum with a default",
    before: state(["OPEN"], { default: "OPEN" }),
    after: state(["OPEN", "PAID"], { default: "OPEN" }),
    told: [COMPATIBLE],
  },
  {
    title: "a symbol is added together with the default",
    before: state(["OPEN"]),
    after: state(["OPEN", "PAID"], { default: "OPEN" }),
    told: [
      `${READERS}: shop.State may be PAID now, which readers with the old schema do not know, and it had no default.`,
    ],
  },
  {
    title: "several fields at once, one of them inside",
    of: "fields",
    before: [
      { name: "line", type: lines("int") },
      { name: "f", type: "int" },
    ],
    after: [
      { name: "line", type: lines("string") },
      { name: "f", type: "long" },
    ],
    told: [`${READERS}: shop.Order.f is long now, not int.`, `${BOTH}: shop.Line.sku is string now, not int.`],
  },
  {
    title: "a record in a union",
    before: ["null", lines("int")],
    after: ["null", lines("long")],
    told: [`${READERS}: shop.Line.sku is long now, not int.`],
  },
  {
    title: "a record that holds itself",
    of: "fields",
    before: [{ name: "next", type: ["null", "Order"] }],
    after: [
      { name: "next", type: ["null", "shop.Order"] },
      { name: "f", type: "int" },
    ],
    told: [`${STORED}: shop.Order.f is new and has no default for data that was written before.`],
  },
  {
    title: "a list",
    before: { type: "array", items: "int" },
    after: { type: "array", items: "long" },
    told: [`${READERS}: shop.Order.f[] is long now, not int.`],
  },
  {
    title: "a map",
    before: { type: "map", values: "int" },
    after: { type: "map", values: ["null", "int"] },
    told: [`${READERS}: shop.Order.f{} may be null now.`],
  },
  {
    title: "a list becomes a map",
    before: { type: "array", items: "int" },
    after: { type: "map", values: "int" },
    told: [`${BOTH}: shop.Order.f is map of int now, not array of int.`],
  },
  {
    title: "the scale of a decimal",
    before: decimal(10, 2),
    after: decimal(12, 4),
    told: [`${BOTH}: shop.Order.f is bytes as decimal(12,4) now, not bytes as decimal(10,2).`],
  },
  {
    title: "the precision of a decimal",
    before: decimal(10, 2),
    after: decimal(12, 2),
    told: [
      "payload.broken.readers broken unknown breaking major: shop.Order.f is bytes as decimal(12,2) now, not bytes as decimal(10,2).",
    ],
  },
  {
    title: "a decimal becomes bytes",
    before: decimal(10, 2),
    after: "bytes",
    told: [`${UNDECIDED}: shop.Order.f is bytes now, not bytes as decimal(10,2).`],
  },
  {
    title: "the unit of a moment",
    before: long("timestamp-millis"),
    after: long("timestamp-micros"),
    told: [`${BOTH}: shop.Order.f is long as timestamp-micros now, not long as timestamp-millis.`],
  },
  {
    title: "a meaning of nobody's standard",
    before: long("timestamp-millis"),
    after: long("stardate"),
    told: [`${UNDECIDED}: shop.Order.f is long as stardate now, not long as timestamp-millis.`],
  },
  {
    title: "the size of a fixed type",
    before: fixed(16),
    after: fixed(32),
    told: [`${BOTH}: shop.Hash has 32 bytes now, not 16.`],
  },
  {
    title: "another namespace",
    of: "whole",
    before: named({}),
    after: named({ namespace: "market" }),
    told: [`${UNDECIDED}: shop.Order is called market.Order now; some readers look at the namespace, others do not.`],
  },
  {
    title: "another name",
    of: "whole",
    before: named({}),
    after: named({ name: "Sale" }),
    told: [`${BOTH}: shop.Order is called shop.Sale now.`],
  },
  {
    title: "another name with an alias",
    of: "whole",
    before: named({}),
    after: named({ name: "Sale", aliases: ["Order"] }),
    told: [`${READERS}: shop.Order is called shop.Sale now.`],
  },
];

function schemaOf(of: Case["of"], value: unknown): unknown {
  if (of === "whole") return value;
  return of === "fields" && Array.isArray(value) ? order(...(value as unknown[])) : order({ name: "f", type: value });
}

test.each(CASES)("$title", ({ of, before, after, told }) => {
  const [then, now] = [schemaOf(of, before), schemaOf(of, after)];
  const found = differences("avro", then, now);
  expect(found.map(line).sort()).toEqual([...told].sort());
  expect(straight(differences("avro", now, then))).toEqual(mirrored(found));
});

const HOSTILE: readonly (readonly [title: string, schema: unknown, told: string])[] = [
  ["code in the name of a field", order({ name: "f=1;process.exit(3)//", type: "int" }), "is no name of a field"],
  ["code in an alias", order({ name: "f", type: "int", aliases: ["f;process.exit(3)"] }), "is no name of a field"],
  ["code in the name of a record", named({ name: "A(){}process.exit(3)" }), "It has a record whose name"],
  ["code in a namespace", named({ namespace: "a;process.exit(3)" }), "It has a record whose name"],
  ["code in a symbol", order({ name: "f", type: state(["A;process.exit(3)"]) }), "It has an enum whose"],
  ["the name of a primitive type", named({ name: "int", namespace: "x" }), "It has a record whose name"],
  [
    "the name of a method as a type",
    order({ name: "f", type: "constructor" }),
    'The type "constructor" is not defined',
  ],
  ["a type named twice", order({ name: "f", type: fixed(1) }, { name: "g", type: fixed(1) }), "occurs twice"],
  ["a union of nothing", order({ name: "f", type: [] }), "It has a union of nothing."],
  ["a union of the same twice", order({ name: "f", type: ["int", "int"] }), "or of the same type twice"],
  [
    "a default of another type",
    order({ name: "f", type: "int", default: "x" }),
    "does not take it: incompatible field default",
  ],
  ["no type at all", order({ name: "f" }), "null is no type"],
  [
    "a union of a hundred",
    order({ name: "f", type: Array.from({ length: 100 }, (_, at) => ({ type: "fixed", name: `F${at}`, size: 1 })) }),
    "more than 50 types",
  ],
  [
    "thousands of fields",
    order(...Array.from({ length: 6000 }, (_, at) => ({ name: `f${at}`, type: "int" }))),
    "more than 5000 parts",
  ],
];

test.each(HOSTILE)("does not decide about %s", (_title, schema, told) => {
  const plain = named({ fields: [] });
  for (const found of [differences("avro", plain, schema), differences("avro", schema, plain)]) {
    expect(found.map(({ ruleId }) => ruleId)).toEqual(["payload.undecided"]);
    expect(found[0]?.message).toContain(told);
  }
});

test("fields with the names of JavaScript's own methods pollute nothing, and nothing is said that is not known", () => {
  const names = ["__proto__", "constructor", "toString", "hasOwnProperty"];
  for (const name of names) {
    const found = differences("avro", order({ name: "f", type: "int" }), order({ name, type: "int" }));
    expect(found.map(({ class: weight }) => weight)).not.toContain("safe");
  }
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as { f?: unknown }).f).toBeUndefined();
});

test.each([
  ["half a text", '{"type":'],
  ["another text", "type: int"],
  ["a key twice", '{"type":"record","name":"A","fields":[],"name":"B"}'],
  ["a tower", `${"[".repeat(500)}${"]".repeat(500)}`],
  ["nothing", ""],
])("cannot read %s", (_title, text) => {
  const found = differences("avro", order(), text);
  expect(found.map(({ ruleId }) => ruleId)).toEqual(["payload.unreadable"]);
});

test("records that cross each other in every way are followed in time", () => {
  const COUNT = 45;
  const all = Array.from({ length: COUNT }, (_, at) => `R${at}`);
  const tangle = (type: string): unknown => {
    const defined = all.map((name, at) => ({
      type: "record",
      name,
      aliases: all.filter((other) => other !== name),
      fields: [
        { name: "next", type: all.slice(0, at + 1) },
        { name: "f", type },
      ],
    }));
    return { type: "record", name: "Root", fields: defined.map((one, at) => ({ name: `f${at}`, type: one })) };
  };
  const start = performance.now();
  const found = differences("avro", tangle("int"), tangle("string"));
  expect(found.map(({ class: weight }) => weight)).not.toContain("safe");
  expect(performance.now() - start).toBeLessThan(5000);
});
