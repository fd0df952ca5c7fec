import { describe, expect, it } from "vitest";
import { compilePolicy } from "../../src/policy/compile.ts";
import { POLICY_SHAPE } from "../../src/policy/schemas/policy.ts";
import { always } from "../../src/model/enforcement.ts";
import type { Json } from "../../src/model/json.ts";
import { isList, isObject } from "../../src/model/json.ts";
import { yamlDocument } from "../support/facts.ts";
import { compileSample, samplePolicy } from "../support/policy.ts";
import { FACT_TREES } from "../../src/app/govern/facts.ts";

const RULE = { has: { var: "it.id" } };

const FULL = `apiVersion: meshgate/v1
kind: Policy
id: baseline.port-contract
version: 2.1.0
type: descriptor
title: Every output port has a contract
rationale: Readers rely on it.
serves: [177]
level: block
target: {forEach: "product.outputPorts[*]", key: [name, version]}
applies: {in: [{var: product.status}, [active]]}
params: {minWords: {type: integer, default: 5, description: Fewest words.}}
rule: {in: [{var: it.contractResolution}, [exact, same-major]]}
onMissing: fail
onEmpty: not-applicable
at: it.contractId
message: "Port {it.name} names {it.contractId}."
fix: {text: "Add the contract in {params.minWords} words."}
tests:
  - name: found
    given: {set: {"a.odps.yaml#/outputPorts/0/contractId": x}}
    expect: pass
`;

describe("compilePolicy", () => {
  it("reads every member", () => {
    const { policy, problems } = compilePolicy("policies/baseline/port-contract.yaml", yamlDocument(FULL), FACT_TREES);
    expect(problems).toEqual([]);
    expect(policy).toMatchObject({
      id: "baseline.port-contract",
      major: 2,
      type: "descriptor",
      serves: [177],
      schedule: always("block"),
      target: { kind: "product", lists: [["outputPorts"]], key: [{ label: "name" }, { label: "version" }] },
      params: { minWords: 5 },
      onMissing: "fail",
      onEmpty: "not-applicable",
      at: ["it", "contractId"],
      message: ["Port ", ["it", "name"], " names ", ["it", "contractId"], "."],
      cases: [{ name: "found", expect: "pass", given: { set: { "a.odps.yaml#/outputPorts/0/contractId": "x" } } }],
    });
  });

  it("points at the exact place of a fault", () => {
    const text = FULL.replace("[exact, same-major]", "exact").replace("{it.name}", "{its.name}");
    const { policy, problems } = compilePolicy("policies/baseline/port-contract.yaml", yamlDocument(text), FACT_TREES);
    expect(policy).toBeUndefined();
    expect(problems.map(({ location, code }) => `${location.line}:${location.column} ${code}`)).toEqual([
      "13:43 rule-type",
      "17:10 policy-template",
    ]);
    expect(problems[0]?.location).toEqual({
      file: "policies/baseline/port-contract.yaml",
      line: 13,
      column: 43,
      endLine: 13,
      endColumn: 48,
    });
  });

  it.each<readonly [string, Record<string, unknown>, string, RegExp]>([
    ["an unknown key", { onMising: "skip" }, "/onMising", /did you mean "onMissing"/],
    ["neither rule nor schema", { rule: undefined }, "", /rule/],
    ["both rule and schema", { schema: { type: "object" } }, "/schema", /exclude each other/],
    ["an id that is not the file's name", { id: "test.other" }, "/id", /make them equal/],
    ["an id without a prefix", { id: "sample" }, "/id", /baseline\.port-contract/],
    ["a version that is none", { version: "1.0" }, "/version", /1\.0\.0/],
    ["an unknown level", { level: "blok" }, "/level", /did you mean "block"/],
    ["a missing message", { message: undefined }, "/message", /missing/],
    ["a message of two lines", { message: "a\nb" }, "/message", /one line/],
    ["a message with a bad path", { message: "{product..x}" }, "/message", /not a path/],
    ["a message that reads the prototype", { message: "{it.__proto__.x}" }, "/message", /may not be read/],
    ["a message with a lone brace", { message: "a } b" }, "/message", /written twice/],
    ["a fix with an unknown parameter", { fix: { text: "{params.x}" } }, "/fix/text", /no parameter/],
    ["a message that reads an item", { message: "{item.x}" }, "/message", /only inside the condition/],
    ["a place that is no fact", { at: "params.x" }, "/at", /parameter/],
    ["a target of no kind", { target: { forEach: "products[*]" } }, "/target/forEach", /expected product, contract/],
    [
      "a target that is no list",
      { target: { forEach: "product.outputPorts" } },
      "/target/forEach",
      /outputPorts\[\*\]/,
    ],
    ["a key without a list", { target: { forEach: "product", key: ["id"] } }, "/target/key", /names no list/],
    ["a key that is no path", { target: { forEach: "product.a[*]", key: ["a b"] } }, "/target/key", /not a path/],
    [
      "a default of another type",
      { params: { n: { type: "duration", default: "1 day", description: "d" } } },
      "/params/n/default",
      /ISO 8601/,
    ],
    [
      "a test with an unknown key",
      { tests: [{ name: "a", givn: {}, expect: "pass" }] },
      "/tests/0/givn",
      /did you mean "given"/,
    ],
    [
      "two tests of one name",
      { tests: [1, 2].map(() => ({ name: "a", expect: "pass" })) },
      "/tests/1/name",
      /two tests/i,
    ],
    [
      "a base where there is none",
      { tests: [{ name: "a", before: {}, expect: "pass" }] },
      "/tests/0/before",
      /type change/,
    ],
  ])("refuses %s", (_, members, path, remedy) => {
    const { policy, problems } = compileSample({ rule: RULE, ...members });
    expect(policy).toBeUndefined();
    expect(problems.find((problem) => problem.path === path)?.message ?? problems).toMatch(remedy);
  });

  it("lets policies of changes read what was before", () => {
    const rule = { eq: [{ var: "before.version" }, { var: "product.version" }] };
    expect(compileSample({ type: "change", rule }).problems).toEqual([]);
    expect(compileSample({ rule }).policy).toBeUndefined();
  });

  it("refuses settings of a mesh that do not fit", () => {
    const params = { days: { type: "integer", default: 1, description: "Days." } };
    const RULE = { gt: [{ count: { var: "it.inputPorts" } }, { var: "params.days" }] };
    const setting = (name: string, value: Json): Parameters<typeof compileSample>[1] => ({
      params: new Map([[name, value]]),
    });
    expect(compileSample({ rule: RULE, params }, setting("day", 1)).problems).toMatchObject([
      { code: "policy-param", path: "/params/day" },
    ]);
    expect(compileSample({ rule: RULE, params }, setting("days", "1")).problems).toMatchObject([
      { path: "/params/days" },
    ]);
    expect(compileSample({ rule: RULE, params }, setting("days", 1.5)).policy).toBeUndefined();
    expect(samplePolicy({ rule: RULE, params }, setting("days", 7)).params).toEqual({ days: 7 });
  });

  it("says what is wrong with bounds, lists and ids", () => {
    const declare = (members: object): readonly string[] =>
      compileSample({
        rule: { eq: [{ var: "it.a" }, { var: "params.most" }] },
        params: { most: { description: "Most.", ...members } },
      }).problems.map(({ message }) => message);
    const domains = { min: "1GB", max: "24h" };
    expect(declare({ type: "quantity", default: "1GB", stricter: "lower", domains })).toContain(
      "min 1GB and max 24h are of different kinds.",
    );
    expect(declare({ type: "list", default: ["a", null] })).toContain(
      'The default of "most" is a list with null at position 2: expected a list of texts, numbers or booleans.',
    );
    expect(compileSample({ rule: { has: { var: "it.a" } }, id: "test.Sample" }).problems[0]?.message).toMatch(
      /an id like baseline\.port-contract: lower case, digits and hyphens/,
    );
  });

  it.each([
    ["duration", "P9,999Y", "an ISO 8601 duration (like P30D or PT24H)", "9999 or 9.999"],
    ["quantity", "1,000GB", "a quantity with its unit (like 99.9%, 24h or 10GB)", "1000 or 1.000"],
  ])("refuses a comma in a %s, in a parameter and in a setting of it", (type, value, expected, remedy) => {
    const rule = { [`${type}Lte`]: [{ var: "it.a" }, { var: "params.most" }] };
    const declare = (fallback: string): object => ({ most: { type, default: fallback, description: "Most." } });
    const messages = ({ problems }: ReturnType<typeof compileSample>): readonly string[] =>
      problems.map(({ path, message }) => `${path}: ${message}`);
    const fault = `is "${value}": expected ${expected} (a comma can mean either: write ${remedy}).`;
    expect(messages(compileSample({ rule, params: declare(value) }))).toContain(
      `/params/most/default: The default of "most" ${fault}`,
    );
    const setting = { params: new Map([["most", value]]) };
    expect(messages(compileSample({ rule, params: declare("P1D") }, setting))).toEqual([
      `/params/most: Policy test.sample: the mesh's value of "most" ${fault}`,
    ]);
  });

  it.each(["", "- a\n- b\n", "text\n", "kind: Policy\n", "rule: {}\nparams: 5\ntests: x\ntarget: []\n"])(
    "never throws for %j",
    (text) => {
      const { policy, problems } = compilePolicy("policies/sample.yaml", yamlDocument(text || "null\n"), FACT_TREES);
      expect(policy).toBeUndefined();
      expect(problems.length).toBeGreaterThan(0);
    },
  );
});

describe("a schema body", () => {
  it.each<readonly [string, Record<string, unknown>, string, RegExp]>([
    ["a reference elsewhere", { $ref: "https://example.com/a.json" }, "/$ref", /part of this schema/],
    [
      "a reference to a file",
      { properties: { a: { $ref: "other.json#/x" } } },
      "/properties/a/$ref",
      /part of this schema/,
    ],
    ["a reference to nowhere", { $ref: "#/$defs/none" }, "", /nowhere/],
    [
      "a reference to itself",
      { $ref: "#/$defs/a", $defs: { a: { properties: { b: { $ref: "#/$defs/a" } } } } },
      "",
      /itself/,
    ],
    ["$data", { properties: { a: { maximum: { $data: "1/b" } } } }, "/properties/a/maximum/$data", /\$data/],
    ["an address of its own", { $id: "https://example.com/" }, "/$id", /no address/],
    ["a format", { properties: { a: { format: "uri" } } }, "/properties/a/format", /pattern/],
    ["a pattern that is not RE2", { properties: { a: { pattern: "a(?!b)" } } }, "/properties/a/pattern", /RE2/],
    ["a pattern of names that is not RE2", { patternProperties: { "(a)\\1": {} } }, "/patternProperties/(a)\\1", /RE2/],
    ["a misspelt keyword", { requird: ["a"] }, "", /requird/],
    ["an operand of the wrong type", { required: "a" }, "", /required/],
    ["an unknown type", { type: "text" }, "", /type/],
    ["a schema that doubles at every level", doubling(20), "", /too large/],
  ])("refuses %s", (_, schema, pointer, remedy) => {
    const { policy, problems } = compileSample({ schema });
    expect(policy).toBeUndefined();
    expect(problems.find(({ path }) => path === `/schema${pointer}`)?.message ?? problems).toMatch(remedy);
  });

  it("may name members like keywords", () => {
    expect(
      compileSample({ schema: { properties: { format: { type: "string" }, $data: {} }, required: ["format"] } })
        .problems,
    ).toEqual([]);
  });
});

function doubling(levels: number): Record<string, unknown> {
  const defs = Array.from({ length: levels }, (_, level) => {
    const next = { $ref: `#/$defs/d${level + 1}` };
    return [`d${level}`, { anyOf: [next, next] }];
  });
  return { $ref: "#/$defs/d0", $defs: { ...Object.fromEntries(defs), [`d${levels}`]: { type: "string" } } };
}

describe("the schema of policy files", () => {
  it("describes every member", () => {
    const undescribed: string[] = [];
    const visit = (schema: Json | undefined, path: string): void => {
      if (isList(schema)) for (const [index, item] of schema.entries()) visit(item, `${path}/${index}`);
      if (!isObject(schema)) return;
      const properties = schema["properties"];
      if (isObject(properties)) {
        for (const [name, member] of Object.entries(properties)) {
          if (!isObject(member) || member["description"] === undefined) {
            const ref = isObject(member) ? member["$ref"] : undefined;
            if (ref === undefined) undescribed.push(`${path}/${name}`);
          }
        }
      }
      for (const [key, member] of Object.entries(schema)) visit(member, `${path}/${key}`);
    };
    visit(POLICY_SHAPE, "");
    expect(undescribed).toEqual([]);
  });
});
