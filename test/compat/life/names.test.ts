import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { contractForm } from "../../../src/compat/form/read.ts";
import { reusedNames, tombstonesOf } from "../../../src/compat/life/names.ts";
import type { Json } from "../../../src/model/json.ts";
import { contracts, newest, orders } from "./histories.ts";
import type { Landed } from "./histories.ts";

const KEY = "{ name: id, logicalType: integer }";
const HISTORY: readonly Landed[] = [
  ["2026-01-05", orders([KEY, "{ name: code, logicalType: string }"], "version: 1.0.0")],
  ["2026-01-10", orders([KEY, "{ name: code, logicalType: integer }"], "version: 1.1.0")],
  [
    "2026-01-11",
    orders([KEY, "{ name: code, logicalType: integer }", "{ name: x, logicalType: date }"], "version: 1.1.0"),
  ],
  ["2026-02-10", orders([KEY], "version: 2.0.0")],
];

describe("what a contract was", () => {
  it("is known by the fields that it has no more, as they were last", () => {
    const tombstones = tombstonesOf(contracts(...HISTORY));
    expect([...tombstones].map(([path, { field, contract }]) => [path, field.logicalType, contract.version])).toEqual([
      ["orders.code", "integer", "1.1.0"],
      ["orders.x", "date", "1.1.0"],
    ]);
  });
});

describe("a name that comes back", () => {
  const reused = (after: string, history = HISTORY): readonly string[] => {
    const pasts = contracts(...history);
    const found = reusedNames(pasts, newest(pasts), contractForm(parse(after) as Json));
    return found.map(({ path, class: weight, axes, message }) =>
      [path, weight, axes.consumer.verdict, axes.producer.verdict, message].join(" "),
    );
  };

  it("was never gone where it went on as an alias", () => {
    const aliased =
      "{ name: ref, logicalType: string, customProperties: [{ property: meshgate.aliases, value: code }] }";
    const history: readonly Landed[] = [...HISTORY, ["2026-03-01", orders([KEY, aliased], "version: 2.1.0")]];
    const back = orders([KEY, "{ name: code, logicalType: string }"], "version: 3.0.0");
    expect(reused(back, history)).toEqual([]);
    expect(reused(back)).toHaveLength(1);
  });

  it("breaks where it is of another type than the last that had it", () => {
    expect(reused(orders([KEY, "{ name: code, logicalType: string }"], "version: 2.1.0"))).toEqual([
      "/schema[orders]/properties[code] breaking broken broken orders.code was there until version 1.1.0 as integer, and comes back as string.",
    ]);
    expect(reused(orders([KEY, "{ name: code, logicalType: integer }"], "version: 2.1.0"))).toEqual([]);
    expect(reused(orders([KEY, "{ name: other, logicalType: string }"], "version: 2.1.0"))).toEqual([]);
  });

  it("asks where nobody can tell whether the type is another", () => {
    const [odd] = reused(orders([KEY, "{ name: code, physicalType: 'geo(x)' }"], "version: 2.1.0"));
    expect(odd).toMatch(/^\/schema\[orders\]\/properties\[code\] risky unknown unknown /);
  });

  it("is another where a field that is there gets the type: that a rule of its own tells", () => {
    const there: readonly Landed[] = [
      ...HISTORY,
      ["2026-02-11", orders([KEY, "{ name: code, logicalType: integer }"])],
    ];
    expect(reused(orders([KEY, "{ name: code, logicalType: string }"]), there)).toEqual([]);
  });

  it("is found at any depth, also where a field is renamed to it", () => {
    const rows = (inner: string): string =>
      orders([`{ name: rows, logicalType: array, items: { logicalType: object, properties: [${inner}] } }`]);
    const history: readonly Landed[] = [
      ["2026-01-05", rows("{ name: a, logicalType: integer }")],
      ["2026-01-06", rows("{ id: f_b, name: b, logicalType: string }")],
    ];
    expect(reused(rows("{ id: f_b, name: a, logicalType: string }"), history)).toEqual([
      "/schema[orders]/properties[rows]/items/properties[a] breaking broken broken orders.rows[].a was there until version 1.0.0 as integer, and comes back as string.",
    ]);
  });

  it("may be any name", () => {
    const names = ["__proto__", "constructor", "toString"];
    const fields = names.map((name) => `{ name: ${name}, logicalType: integer }`);
    const history: readonly Landed[] = [
      ["2026-01-05", orders(fields)],
      ["2026-01-06", orders([KEY])],
    ];
    expect(reused(orders([KEY, ...fields.map((field) => field.replace("integer", "string"))]), history)).toHaveLength(
      3,
    );
    expect(reused(orders([KEY, "{ name: valueOf, logicalType: string }"]), history)).toEqual([]);
  });
});
