import fc from "fast-check";
import type { AvscType } from "avsc/etc/browser/avsc-types.js";
import { Type } from "avsc/etc/browser/avsc-types.js";
import { expect, test } from "vitest";
import { differences, mirrored, straight } from "./payloads.ts";

/** A schema as one adds, drops and changes fields over time: few names, so that two of them have much in common. */
const PRIMITIVE = fc.constantFrom("null", "boolean", "int", "long", "float", "double", "bytes", "string");
const SYMBOLS = fc.subarray(["A", "B", "C"], { minLength: 1 });

const { type } = fc.letrec<{ type: unknown; union: unknown }>((tie) => ({
  type: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    PRIMITIVE,
    tie("union"),
    fc.record({ type: fc.constant("array"), items: tie("type") }),
    fc.record({ type: fc.constant("map"), values: tie("type") }),
    SYMBOLS.map((symbols) => ({ type: "enum", symbols })),
    SYMBOLS.map((symbols) => ({ type: "enum", symbols, default: symbols[0] })),
    fc.record({ type: fc.constant("fixed"), size: fc.constantFrom(4, 8) }),
    fields(tie("type")),
  ),
  union: fc
    .tuple(
      fc.subarray(["null", "int", "long", "double", "string", "bytes"], { minLength: 1 }),
      fc.array(fields(tie("type")), { maxLength: 1 }),
    )
    .map(([simple, records]) => [...simple, ...records]),
}));

function fields(inside: fc.Arbitrary<unknown>): fc.Arbitrary<object> {
  const name = fc.constantFrom("a", "b", "c");
  const field = fc.record({ name, type: inside, nullable: fc.boolean(), alias: fc.option(name) });
  return fc.uniqueArray(field, { maxLength: 3, selector: ({ name: one }) => one }).map((all) => ({
    type: "record",
    fields: all.map(({ name: one, type: of, nullable, alias }) => ({
      name: one,
      ...(nullable && isSimple(of) ? { type: ["null", of], default: null } : { type: of }),
      ...(alias !== null && { aliases: [alias] }),
    })),
  }));
}

function isSimple(of: unknown): boolean {
  return !Array.isArray(of) && of !== "null";
}

/** Gives every named type a name of its own by its depth, so that types of both sides meet under one name. */
function named(schema: unknown, taken = new Set<string>(), depth = 0): unknown {
  if (Array.isArray(schema)) return schema.map((branch: unknown) => named(branch, taken, depth));
  if (typeof schema !== "object" || schema === null) return schema;
  const entries = Object.entries(schema).map(([key, value]: [string, unknown]) => {
    if (key === "fields" && Array.isArray(value))
      return [
        key,
        value.map((field: object) => ({ ...field, type: named((field as { type: unknown }).type, taken, depth + 1) })),
      ];
    return [key, key === "items" || key === "values" ? named(value, taken, depth + 1) : value];
  });
  const plain = Object.fromEntries(entries) as { type: unknown };
  if (!["record", "enum", "fixed"].includes(String(plain.type))) return plain;
  let name = `${String(plain.type)}${depth}`;
  while (taken.has(name)) name += "x";
  taken.add(name);
  return { ...plain, name };
}

const SCHEMA = fields(type).map((schema) => ({ ...(named(schema) as object), name: "Order" }));

/** Two schemas that differ in one small type, beside pairs that differ in everything. */
const SMALL = fc.oneof(
  PRIMITIVE,
  fc.subarray(["null", "int", "long", "float", "string"], { minLength: 1 }),
  PRIMITIVE.map((items) => ({ type: "array", items })),
  SYMBOLS.map((symbols) => ({ type: "enum", name: "State", symbols })),
  SYMBOLS.map((symbols) => ({ type: "enum", name: "State", symbols, default: symbols[0] })),
);
const ONE = SMALL.map((of) => ({ type: "record", name: "Order", fields: [{ name: "a", type: of }] }));
const PAIR: fc.Arbitrary<readonly [object, object]> = fc.oneof(fc.tuple(SCHEMA, SCHEMA), fc.tuple(ONE, ONE));

function reads(reader: unknown, writer: unknown): boolean {
  const [wanted, written] = [reader, writer].map((schema): AvscType => Type.forSchema(schema, { wrapUnions: true }));
  if (wanted === undefined || written === undefined) return false;
  for (let at = 0; at < 10; at++) wanted.fromBuffer(written.toBuffer(written.random()), wanted.createResolver(written));
  return true;
}

test("what is said to be readable is read, and what is said not to be is not", () => {
  const seen = { ok: 0, broken: 0, undecided: 0 };
  fc.assert(
    fc.property(PAIR, ([before, after]) => {
      const found = differences("avro", before, after);
      expect(found.filter(({ message }) => message.includes("do not agree"))).toEqual([]);
      const axis = (name: "consumer" | "producer"): string => {
        const states = found.map(({ axes }) => axes[name].verdict);
        return states.includes("broken") ? "broken" : states.includes("unknown") ? "undecided" : "ok";
      };
      for (const [name, reader, writer] of [
        ["consumer", before, after],
        ["producer", after, before],
      ] as const) {
        const state = axis(name);
        seen[state as keyof typeof seen]++;
        if (state === "ok") expect(reads(reader, writer)).toBe(true);
        if (state === "broken") expect(() => reads(reader, writer)).toThrow();
      }
    }),
    { numRuns: Number(process.env["MESHGATE_PAYLOADS"] ?? 300) },
  );
  expect(seen.ok).toBeGreaterThan(20);
  expect(seen.broken).toBeGreaterThan(100);
});

test("the way back swaps the axes, and to stay is no change", () => {
  fc.assert(
    fc.property(PAIR, ([before, after]) => {
      expect(straight(differences("avro", after, before))).toEqual(mirrored(differences("avro", before, after)));
      expect(differences("avro", before, before)).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test("of every primitive type with and without null, what is said to be readable is read, and nothing else", () => {
  const plain = ["null", "boolean", "int", "long", "float", "double", "bytes", "string"];
  const types = [...plain, ...plain.slice(1).map((one) => ["null", one]), ["int", "string"]];
  const order = (of: unknown): object => ({ type: "record", name: "Order", fields: [{ name: "a", type: of }] });
  for (const before of types)
    for (const after of types) {
      const found = differences("avro", order(before), order(after));
      const says = (axis: "consumer" | "producer"): boolean => found.every(({ axes }) => axes[axis].verdict === "ok");
      expect(found.map(({ ruleId }) => ruleId)).not.toContain("payload.undecided");
      expect([before, after, says("consumer")]).toEqual([before, after, isRead(order(before), order(after))]);
      expect([before, after, says("producer")]).toEqual([before, after, isRead(order(after), order(before))]);
    }
});

function isRead(reader: unknown, writer: unknown): boolean {
  try {
    return reads(reader, writer);
  } catch {
    return false;
  }
}
