import fc from "fast-check";
import { expect, test } from "vitest";
import { compareProducts } from "../../../src/compat/product/compare.ts";
import { productForm } from "../../../src/compat/product/read.ts";
import type { Json } from "../../../src/model/json.ts";
import { axes, line, mirrored } from "./products.ts";

const RUNS = { numRuns: 200 };

const maybe = (...values: readonly Json[]): fc.Arbitrary<Json | undefined> => fc.constantFrom(undefined, ...values);

/** An object without the keys that are not given. */
function given(parts: Readonly<Record<string, fc.Arbitrary<Json | undefined>>>): fc.Arbitrary<Json> {
  return fc
    .record(parts)
    .map((values) =>
      Object.fromEntries(Object.entries(values).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]))),
    );
}

const custom = (properties: Readonly<Record<string, readonly Json[]>>): fc.Arbitrary<Json> =>
  fc
    .record(Object.fromEntries(Object.entries(properties).map(([name, values]) => [name, maybe(...values)])))
    .map((values) =>
      Object.entries(values).flatMap(([property, value]) => (value === undefined ? [] : [{ property, value }])),
    );

const days = ["2026-10-01", "2026-11-01", "soon"];
const versions = ["1", "v1.0.0", "1.0.0", "1.0.1", "1.2.0", "1.4.0", "2.0.0", "2026-01", ""];
const contracts = maybe("c", "d");
const ids = maybe("x", "y", "z");
const names = fc.constantFrom("p", "q", "r");
const port = {
  id: ids,
  name: names,
  version: maybe(...versions),
  deprecated: maybe(true, false),
  contractId: contracts,
};

const outputPort = given({
  ...port,
  type: maybe("table", "tables", "topic"),
  inputContracts: maybe([], [{ id: "c", version: "1" }]),
  customProperties: custom({
    "meshgate.interfaceClass": ["sql", "stream"],
    "meshgate.access": ["open", "request", "restricted"],
    "meshgate.privacyLevel": ["internal", "restricted", "c3"],
    "meshgate.sunset": days,
    "meshgate.renamedFrom": ["p", "q", "x"],
    unit: ["m"],
  }),
});
const inputPort = given({
  ...port,
  customProperties: custom({ "meshgate.uses": [["a.b"], ["a.c"]], "meshgate.external": [true], other: [1, 2] }),
});
const managementPort = given({ id: ids, name: names, url: maybe("a", "b"), type: maybe("rest", "topic") });

const product = given({
  id: fc.constantFrom("a", "b"),
  name: maybe("A", "B"),
  status: maybe("draft", "proposed", "active", "Active", "deprecated", "retired", "live", "beta"),
  deprecated: maybe(true, false),
  domain: maybe("x", "y"),
  tenant: maybe("x", "y"),
  description: given({ purpose: maybe("a", "b"), usage: maybe("a") }),
  customProperties: custom({
    "meshgate.class": ["core", "domain"],
    "meshgate.sunset": days,
    "meshgate.renamedFrom": ["a", "b"],
    currency: ["EUR", "USD"],
  }),
  team: maybe({ name: "t" }, { name: "u" }, [{ username: "v", role: "owner" }]),
  support: maybe([], [{ channel: "a" }], [{ channel: "b" }, { channel: "a" }]),
  outputPorts: fc.array(outputPort, { maxLength: 4 }),
  inputPorts: fc.array(inputPort, { maxLength: 3 }),
  managementPorts: fc.array(managementPort, { maxLength: 2 }),
});

test("products that say the same differ in nothing", () => {
  fc.assert(
    fc.property(product, (one) => {
      expect(compareProducts(productForm(one), productForm(structuredClone(one)))).toEqual([]);
    }),
    RUNS,
  );
});

test("the way back tells the mirror of each change, with the axes exchanged", () => {
  fc.assert(
    fc.property(product, product, (one, other) => {
      const [before, after] = [productForm(one), productForm(other)];
      const forth = compareProducts(before, after);
      expect(compareProducts(after, before).map(axes).sort()).toEqual(forth.map(mirrored).sort());
    }),
    RUNS,
  );
});

test("the order of ports, of keys and of custom properties does not matter", () => {
  fc.assert(
    fc.property(product, product, (one, other) => {
      const told = (before: Json, after: Json): readonly string[] =>
        compareProducts(productForm(before), productForm(after)).map(
          (found) => `${line(found)} ${found.path} ${(found.ports ?? []).join()} ${found.message} ${found.remedy}`,
        );
      expect(told(turned(one), other)).toEqual(told(one, other));
      expect(told(one, turned(other))).toEqual(told(one, other));
    }),
    RUNS,
  );
});

test("two products that are not the same in their form differ in something", () => {
  fc.assert(
    fc.property(product, product, (one, other) => {
      const said = (from: Json): string => shown(productForm(from));
      if (said(one) === said(other)) return;
      expect(compareProducts(productForm(one), productForm(other))).not.toEqual([]);
    }),
    RUNS,
  );
});

test("what is only words touches no axis, and what breaks an axis for readers is no word", () => {
  fc.assert(
    fc.property(product, product, (one, other) => {
      const told = compareProducts(productForm(one), productForm(other));
      const wrong = told.filter(
        ({ class: weight, axes: { consumer, producer } }) =>
          (weight === "docs" && [consumer, producer].some(({ verdict }) => verdict !== "ok")) ||
          (weight === "safe" && consumer.verdict !== "ok"),
      );
      expect(wrong.map(line)).toEqual([]);
    }),
    RUNS,
  );
});

test("nothing that is written in a file makes it throw", () => {
  const hostile = fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<Json>;
  const anything = fc.oneof(
    hostile,
    given({
      outputPorts: hostile,
      inputPorts: hostile,
      managementPorts: fc.array(hostile),
      customProperties: hostile,
      team: hostile,
      description: hostile,
      support: hostile,
      status: hostile,
    }),
    given({
      outputPorts: fc.array(
        given({
          name: hostile,
          version: hostile,
          id: hostile,
          inputContracts: hostile,
          customProperties: fc.array(
            given({
              property: fc.constantFrom("meshgate.sunset", "meshgate.renamedFrom", "meshgate.access", "__proto__"),
              value: hostile,
            }),
          ),
        }),
      ),
    }),
  );
  fc.assert(
    fc.property(anything, anything, (one, other) => {
      const told = compareProducts(productForm(one), productForm(other));
      expect(told.every(({ message }) => message.endsWith("."))).toBe(true);
      expect(compareProducts(productForm(one), productForm(one))).toEqual([]);
    }),
    RUNS,
  );
});

test("names of prototypes are names like others", () => {
  const written = JSON.parse(
    '{ "id": "constructor", "__proto__": { "status": "retired" }, "outputPorts": [{ "name": "__proto__" }, { "name": "constructor" }] }',
  ) as Json;
  const form = productForm(written);
  expect(form.status).toBe("");
  expect(compareProducts(form, productForm({ id: "constructor" })).map(({ path }) => path)).toEqual([
    "/outputPorts[__proto__]",
    "/outputPorts[constructor]",
  ]);
});

test("a file full of ports is compared in no time", () => {
  const ports = (count: number, name: (index: number) => string, version: string): Json =>
    Array.from({ length: count }, (_, index) => ({ name: name(index), version }));
  const [one, other] = [ports(2000, () => "p", "1.0.0"), ports(2000, () => "p", "1.0.1")];
  const [named, others] = [
    ports(2000, (index) => `p${String(index)}`, "1.0.0"),
    ports(2000, (index) => `q${String(index)}`, "1"),
  ];
  const start = performance.now();
  compareProducts(productForm({ outputPorts: one }), productForm({ outputPorts: other }));
  compareProducts(productForm({ outputPorts: named }), productForm({ outputPorts: others }));
  expect(performance.now() - start).toBeLessThan(5000);
});

/** The same, with every list of an object and every object the other way round. */
function turned(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(turned).toReversed();
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, part]) => [key, turned(part)]),
  );
}

/** A form without what does not count: places, the order of ports, the version of the product. */
function shown(form: ReturnType<typeof productForm>): string {
  const plain = JSON.parse(
    JSON.stringify({ ...form, version: "" }, (key, value: unknown) =>
      key === "place" ? undefined : value instanceof Map ? [...value].map((one) => JSON.stringify(one)).sort() : value,
    ),
  ) as Record<string, Json>;
  for (const key of ["outputPorts", "inputPorts", "managementPorts"])
    plain[key] = (plain[key] as readonly Json[]).map((one) => JSON.stringify(one)).sort();
  return JSON.stringify(plain);
}
