import { describe, expect, it, test } from "vitest";
import { parse } from "yaml";
import { compareContracts } from "../../../src/compat/compare.ts";
import { contractForm } from "../../../src/compat/form/read.ts";
import { derivedUse } from "../../../src/compat/readers/derived.ts";
import { effectsOn } from "../../../src/compat/readers/effect.ts";
import { unmet } from "../../../src/compat/readers/expectation.ts";
import { EVERYTHING, listedUse } from "../../../src/compat/readers/use.ts";
import type { Use } from "../../../src/compat/readers/use.ts";
import type { Json } from "../../../src/model/json.ts";

const ORDERS = `
id: orders
version: 1.0.0
servers: [{ server: prod, type: snowflake, account: a, database: D, schema: S }]
schema:
  - name: orders
    physicalName: ORD_V1
    properties:
      - { name: id, logicalType: integer, required: true, primaryKey: true }
      - { name: email, logicalType: string, required: true }
      - { name: status, logicalType: string, enum: [{ value: new }, { value: paid }] }
      - name: items
        logicalType: array
        items:
          logicalType: object
          properties:
            - { name: sku, logicalType: string, required: true }
            - { name: count, logicalType: integer }
  - name: refunds
    properties: [{ name: id, logicalType: integer, required: true }]
slaProperties:
  - { property: latency, value: 4, unit: h, element: orders.email }
  - { property: availability, value: 99.9, unit: percent }
`;
const form = (text: string) => contractForm(parse(text) as Json);
const edited = (from: string, to: string): string => {
  if (!ORDERS.includes(from)) throw new Error(`no ${from}`);
  return ORDERS.replace(from, to);
};
const NO_EMAIL = edited("      - { name: email, logicalType: string, required: true }\n", "");
const NULL_EMAIL = edited("name: email, logicalType: string, required: true", "name: email, logicalType: string");
const NO_SKU = edited("            - { name: sku, logicalType: string, required: true }\n", "");
const MORE_STATES = edited("{ value: paid }", "{ value: paid }, { value: refunded }");
const MOVED = edited("database: D", "database: E");
const SLOWER = edited("value: 4, unit: h", "value: 9, unit: h");
const LESS = edited("value: 99.9", "value: 90");

/** What the only change does to a reader, and why. */
function told(use: Use, after: string): string {
  const offered = form(after);
  const found = compareContracts(form(ORDERS), offered).map(effectsOn(use, offered));
  return found.map(({ effect, reason, breaks }) => `${effect}: ${reason}${breaks ? " (breaks)" : ""}`).join(" | ");
}

describe("a reader that lists its uses", () => {
  it.each([
    ["a field that is gone", NO_EMAIL, ["orders.email"], "hit: uses orders.email"],
    ["another field than its own", NO_EMAIL, ["orders.id"], "miss: uses only orders.id"],
    ["a field of the whole object that it uses", NO_EMAIL, ["orders"], "hit: uses orders"],
    ["a field of all that stands in an object", NO_EMAIL, ["orders.*"], "hit: uses orders"],
    ["a field of another object", NO_EMAIL, ["refunds.*"], "miss: uses only refunds"],
    ["a field when it uses all", NO_EMAIL, ["*"], "hit: uses everything"],
    ["a field whose name begins alike", NO_EMAIL, ["orders.email_hash"], "miss: uses only orders.email_hash"],
    ["a field below list items", NO_SKU, ["orders.items.sku"], "hit: uses orders.items.sku"],
    ["a field below list items, marked", NO_SKU, ["orders.items[].sku"], "hit: uses orders.items.sku"],
    ["another one below the same items", NO_SKU, ["orders.items.count"], "miss: uses only orders.items.count"],
    ["a part of what it uses", NO_SKU, ["orders.items"], "hit: uses orders.items"],
    ["where the data is", MOVED, ["refunds.id"], "hit: reads it"],
    ["a service level of one object", SLOWER, ["refunds.id"], "miss: uses only refunds.id"],
    ["a service level of its object", SLOWER, ["orders.id"], "hit: uses orders.id"],
    ["a service level of everything", LESS, ["refunds.id"], "hit: reads it"],
  ])("and %s", (_, after, uses, expected) => {
    expect(told(listedUse(uses), after)).toBe(expected);
  });
});

describe("a reader of a field with aliases", () => {
  const EMAIL = "{ name: email, logicalType: string, required: true";
  const aliased = (name: string, ...aliases: readonly string[]): string =>
    edited(
      `${EMAIL} }`,
      `${EMAIL.replace("email", name)}, customProperties: [{ property: meshgate.aliases, value: [${aliases.join(", ")}] }] }`,
    );
  const effects = (uses: readonly string[], before: string, after: string): readonly string[] =>
    compareContracts(form(before), form(after))
      .map((change) => `${change.ruleId} ${effectsOn(listedUse(uses), form(after))(change).effect}`)
      .sort();

  it.each([
    ["orders.mail", "field.alias.removed hit"],
    ["orders.email", "field.alias.removed miss"],
    ["orders.post", "field.alias.removed miss"],
    ["orders", "field.alias.removed hit"],
  ])("that uses %s, when an alias goes: %s", (used, told) => {
    expect(effects([used], aliased("email", "mail", "post"), aliased("email", "post"))).toEqual([told]);
  });

  it.each([
    ["orders.mail", "field.renamed.toAlias miss"],
    ["orders.email", "field.renamed.toAlias hit"],
    ["orders.post", "field.renamed.toAlias miss"],
  ])("that uses %s, when only an alias stays: %s", (used, told) => {
    expect(effects([used], aliased("email", "mail", "post"), aliased("mail", "post"))).toEqual([told]);
  });

  it("is hit by whatever becomes of the field, by whichever name it reads it", () => {
    const nullable = aliased("email", "mail").replace("string, required: true,", "string,");
    for (const used of ["orders.email", "orders.mail"])
      expect(effects([used], aliased("email", "mail"), nullable)).toEqual(["field.required.dropped hit"]);
    expect(effects(["orders.mail"], aliased("email", "mail"), NO_EMAIL)).toEqual(["field.removed.required hit"]);
  });

  it("is hit below an alias of what the field stands in", () => {
    const lines = (text: string): string =>
      text.replace(
        "- name: items\n",
        "- name: items\n        customProperties: [{ property: meshgate.aliases, value: lines }]\n",
      );
    for (const used of ["orders.items.sku", "orders.lines.sku", "orders.lines[].sku"])
      expect(effects([used], lines(ORDERS), lines(NO_SKU))).toEqual(["field.removed.required hit"]);
    expect(effects(["orders.lines.count"], lines(ORDERS), lines(NO_SKU))).toEqual(["field.removed.required miss"]);
  });

  it("is hit where paths are too many to be listed", () => {
    const many = Array.from({ length: 200 }, (_, index) => `n${index}`);
    const before = aliased("email", ...many);
    expect(effects(["orders.n7"], before, NO_EMAIL)).toEqual(["field.removed.required hit"]);
    expect(effects(["refunds"], before, NO_EMAIL)).toEqual(["field.removed.required miss"]);
  });

  it("that expects the alias in a contract of its own, until it goes", () => {
    const expecting = (name: string): Use => ({
      evidence: "expectation",
      isComplete: true,
      expectation: form(`schema: [{ name: orders, properties: [{ name: ${name}, logicalType: string }] }]`),
    });
    const [before, after] = [form(aliased("email", "mail")), form(ORDERS)];
    const changes = compareContracts(before, after);
    const effect = (name: string) => changes.map((change) => effectsOn(expecting(name), after)(change).effect);
    expect([effect("mail"), effect("email")]).toEqual([["hit"], ["miss"]]);
    expect(unmet(form("schema: [{ name: orders, properties: [{ name: mail }] }]"), before)).toEqual([]);
  });
});

test("a reader that declares nothing reads everything", () => {
  expect(told(EVERYTHING, NO_EMAIL)).toBe("hit: declares no uses: reads everything");
});

test("a value that is added breaks who must know every value, and misses who need not", () => {
  const use = listedUse(["orders.status"]);
  expect(told(use, MORE_STATES)).toBe("hit: uses orders.status");
  expect(told({ ...use, enums: "exhaustive" }, MORE_STATES)).toBe(
    "hit: uses orders.status, and must know every value (breaks)",
  );
  expect(told({ ...use, enums: "tolerant" }, MORE_STATES)).toBe("miss: handles values that it does not know");
  expect(told({ ...use, enums: "exhaustive" }, NO_EMAIL)).toBe("miss: uses only orders.status");
  expect(told({ ...EVERYTHING, enums: "exhaustive" }, MORE_STATES)).toContain("(breaks)");
});

describe("a reader with a contract of its own", () => {
  const expecting = (fields: string, more = ""): Use => ({
    evidence: "expectation",
    isComplete: true,
    expectation: form(`
id: what-we-need
version: 1.0.0
schema: [{ name: orders, properties: [${fields}] }]
${more}
`),
  });
  const EMAIL = "{ name: email, logicalType: string, required: true }";
  it.each([
    ["names what is gone", EMAIL, NO_EMAIL, "hit: its expectation is not met: orders.email is gone."],
    ["does not name it", "{ name: id }", NO_EMAIL, "miss: its expectation does not name it"],
    ["asks that it is never null", EMAIL, NULL_EMAIL, "hit: its expectation is not met: orders.email may be null now."],
    ["does not mind null", "{ name: email }", NULL_EMAIL, "miss: its expectation is still met"],
    ["reads it where it lies", "{ name: id }", MOVED, "hit: reads the contract"],
    ["asks for no service level", EMAIL, SLOWER, "miss: its expectation does not ask for it, or is still met"],
  ])("that %s", (_, fields, after, expected) => {
    expect(told(expecting(fields), after)).toBe(expected);
  });

  it("that asks for a service level, until that is not kept", () => {
    const use = (hours: number): Use =>
      expecting(EMAIL, `slaProperties: [{ property: latency, value: ${hours}, unit: h, element: orders.email }]`);
    expect(told(use(12), SLOWER)).toBe("miss: its expectation does not ask for it, or is still met");
    expect(told(use(5), SLOWER)).toMatch(/^hit: its expectation is not met: /u);
  });

  it("is met by all that it leaves open, whatever physical names and types there are", () => {
    const { expectation } = expecting("{ name: id, logicalType: integer }, { name: status, logicalType: string }");
    expect(expectation && unmet(expectation, form(ORDERS))).toEqual([]);
  });

  it("is not met where something never was there", () => {
    const { expectation } = expecting("{ name: phone, logicalType: string }, { name: email, logicalType: integer }");
    expect(expectation && unmet(expectation, form(ORDERS)).map(({ path }) => path)).toEqual([
      "/schema[orders]/properties[email]/logicalType",
      "/schema[orders]/properties[phone]",
    ]);
  });
});

describe("a product that says what it is made from", () => {
  const made = (...sources: readonly (readonly string[])[]): readonly Json[] => [
    {
      schema: [
        {
          name: "out",
          properties: sources.map((names, index) => ({ name: `f${index}`, transformSourceObjects: [...names] })),
        },
      ],
    },
  ];
  const use = (...sources: readonly (readonly string[])[]): Use | undefined =>
    derivedUse(made(...sources), form(ORDERS));

  it.each([
    ["a field", [["orders.email"]], NO_EMAIL, "hit: is made from orders.email"],
    ["an object by its physical name", [["PROD.S.ORD_V1"]], NO_EMAIL, "hit: is made from orders"],
    ["another field, all told", [["orders.id"]], NO_EMAIL, "miss: is made from only orders.id"],
    ["another field, not all told", [["orders.id"], []], NO_EMAIL, "unknown: is made from orders.id, and maybe more"],
  ])("%s", (_, sources, after, expected) => {
    const found = use(...sources);
    expect(found && told(found, after)).toBe(expected);
  });

  it("says nothing where it names nothing that is known", () => {
    expect(use(["staging.customers"])).toBeUndefined();
    expect(use()).toBeUndefined();
  });

  it("names a field by an alias", () => {
    const aliased = edited(
      "name: email, logicalType: string",
      "name: email, customProperties: [{ property: meshgate.aliases, value: mail }], logicalType: string",
    );
    expect(derivedUse(made(["PROD.S.ORD_V1.mail"]), form(aliased))?.paths).toEqual(["orders.mail"]);
    expect(derivedUse(made(["PROD.S.ORD_V1.mail"]), form(ORDERS))?.paths).toBeUndefined();
  });

  it("names what it is related to", () => {
    const contract: Json = {
      schema: [{ name: "out", properties: [{ name: "f", relationships: [{ to: "orders.odcs.yaml#/orders.id" }] }] }],
    };
    expect(derivedUse([contract], form(ORDERS))?.paths).toEqual(["orders.id"]);
  });
});
