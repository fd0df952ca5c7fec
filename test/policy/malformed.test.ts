import { describe, expect, it } from "vitest";
import type { Json } from "../../src/model/json.ts";
import { compilePolicy } from "../../src/policy/compile.ts";
import { checkRule } from "../../src/policy/language/check.ts";
import { readSource } from "../../src/source/read.ts";
import { compileSample } from "../support/policy.ts";
import { ANY_FACTS, openRoots } from "../support/fact-trees.ts";

const PARAMS = { minWords: { type: "integer", default: 5, description: "Fewest words." } };

/** A rule, the pointer of the fault inside it, and words of the message that say what to do. */
type Malformed = readonly [rule: unknown, pointer: string, remedy: RegExp];

const A = { var: "it.a" };
const TRUE = { eq: [A, 1] };

/** Shapes that json-logic-js runs without a word; nearly all of them it answers with something truthy or null. */
const MALFORMED: readonly Malformed[] = [
  // Operations
  [{}, "", /expected one operator/],
  [{ ">=": [A, 2], "<=": [A, 0] }, "", /exactly one operator.*and:/],
  [{ and: [TRUE, {}] }, "/and/1", /expected one operator/],
  [{ and: [TRUE, { has: A, empty: A }] }, "/and/1", /exactly one operator/],
  [{ if: [{}, true, false] }, "/if/0", /expected one operator/],
  [{ if: [TRUE, {}, false] }, "/if/1", /expected one operator/],
  [{ eq: [A, { x: 1, y: 2 }] }, "/eq/1", /exactly one operator/],
  // Operators
  [{ eqq: [A, 1] }, "/eqq", /did you mean "eq"/],
  [{ beforee: [A, "2026-01-01"] }, "/beforee", /did you mean "before"/],
  [{ frobnicate: [A, 1] }, "/frobnicate", /the operators are var/],
  [{ "==": [A, 1] }, "/==", /write eq/],
  [{ "!=": [A, 1] }, "/!=", /write neq/],
  [{ "!!": [A] }, "/!!", /write has/],
  [{ all: [A, TRUE] }, "/all", /write every/],
  [{ some: [A, TRUE] }, "/some", /write any/],
  [{ none: [A, TRUE] }, "/none", /write no$|write no\./],
  [{ missing: ["it.a"] }, "/missing", /not: \{has/],
  [{ missing_some: [1, ["it.a"]] }, "/missing_some", /or: \[\{has/],
  [{ "?:": [TRUE, true, false] }, "/?:", /write if/],
  [{ reduce: [A, { "+": [1, 2] }, 0] }, "/reduce", /count/],
  [{ filter: [A, TRUE] }, "/filter", /every/],
  [{ gt: [{ map: [A, A] }, 1] }, "/gt/0/map", /every/],
  [{ eq: [{ cat: [A, "x"] }, "ax"] }, "/eq/0/cat", /messages/],
  [{ eq: [{ substr: [A, 1] }, "x"] }, "/eq/0/substr", /startsWith/],
  [{ gt: [{ "+": [A, 1] }, 2] }, "/gt/0/+", /compare/],
  [{ eq: [{ "%": [A, 2] }, 0] }, "/eq/0/%", /compare/],
  [{ log: [A] }, "/log", /printed/],
  [{ or: [TRUE, { method: [A, "toString"] }] }, "/or/1/method", /call code/],
  [{ if: [TRUE, true, { lol: 1 }] }, "/if/2/lol", /no operator/],
  [{ __proto__x: [A] }, "/__proto__x", /no operator/],
  [{ toString: [A] }, "/toString", /no operator/],
  [{ "meshgate:read": [["it", "a"]] }, "/meshgate:read", /no operator/],
  // Number of arguments
  [{ eq: [A] }, "/eq", /takes 2.*found 1/],
  [{ eq: A }, "/eq", /takes 2.*found 1/],
  [{ eq: [A, 1, 2] }, "/eq", /takes 2.*found 3/],
  [{ lt: [1, A, 3] }, "/lt", /takes 2.*found 3/],
  [{ and: [] }, "/and", /at least 1.*found 0/],
  [{ or: [] }, "/or", /at least 1.*found 0/],
  [{ not: [TRUE, TRUE] }, "/not", /takes 1.*found 2/],
  [{ not: [] }, "/not", /takes 1.*found 0/],
  [{ if: [TRUE, true] }, "/if", /odd number.*found 2/],
  [{ if: [TRUE, true, TRUE, true] }, "/if", /odd number.*found 4/],
  [{ every: [A] }, "/every", /takes 2/],
  [{ has: [] }, "/has", /takes 1/],
  [{ gt: [{ count: [1, 2] }, 1] }, "/gt/0/count", /takes 1/],
  [{ matches: [A] }, "/matches", /takes 2/],
  // Paths
  [{ has: { var: "" } }, "/has/var", /not a path/],
  [{ has: { var: null } }, "/has/var", /written out/],
  [{ has: { var: 0 } }, "/has/var", /written out/],
  [{ has: { var: [] } }, "/has/var", /empty/],
  [{ has: { var: { var: "it.a" } } }, "/has/var", /written out/],
  [{ has: { var: ["it", { var: "it.a" }] } }, "/has/var", /names and positions/],
  [{ has: { var: ["it.a", 0] } }, "/has/var", /cannot start with/],
  [{ has: { var: "its.a" } }, "/has/var", /Did you mean "it"/],
  [{ has: { var: "products.a" } }, "/has/var", /Did you mean "product"/],
  [{ has: { var: "contract.id" } }, "/has/var", /cannot start with/],
  [{ has: { var: "before.version" } }, "/has/var", /cannot start with/],
  [{ has: { var: "change.kind" } }, "/has/var", /cannot start with/],
  [{ has: { var: "item.a" } }, "/has/var", /only inside the condition/],
  [{ has: { var: "it..a" } }, "/has/var", /not a path/],
  [{ has: { var: "it.a[*].b" } }, "/has/var", /every, any or no/],
  [{ has: { var: "it.a[-1]" } }, "/has/var", /not a path/],
  [{ has: { var: "it.__proto__.x" } }, "/has/var", /may not be read/],
  [{ has: { var: "it.constructor" } }, "/has/var", /may not be read/],
  [{ has: { var: ["it", "a", "prototype"] } }, "/has/var", /may not be read/],
  [{ gt: [A, { var: "params.min" }] }, "/gt/1/var", /no parameter/],
  [{ gt: [A, { var: "params.minWord" }] }, "/gt/1/var", /did you mean "params.minWords"/],
  [{ gt: [A, { var: "params.minWords.x" }] }, "/gt/1/var", /read as params.name/],
  [{ gt: [A, { var: "params" }] }, "/gt/1/var", /read as params.name/],
  // Types and literals
  [TRUE.eq, "", /is a list|expected/i],
  [{ eq: [A, null] }, "/eq/1", /has, empty or default/],
  [{ eq: [A, [1]] }, "/eq/1", /expected a text, number or boolean/],
  [{ lt: [A, "5"] }, "/lt/1", /expected a number/],
  [{ lt: [A, true] }, "/lt/1", /expected a number/],
  [{ in: ["pii", "not-pii-at-all"] }, "/in/1", /expected a list/],
  [{ in: [A, [TRUE]] }, "/in/1/0", /literal/],
  [{ in: [A, [["x"]]] }, "/in/1/0", /literal/],
  [{ and: [TRUE, "yes"] }, "/and/1", /expected a condition/],
  [{ or: [TRUE, true] }, "/or/1", /always true/],
  [{ and: [A] }, "/and/0", /eq: \[/],
  [{ not: A }, "/not", /eq: \[/],
  [{ not: { lower: A } }, "/not", /expected true or false/],
  [{ if: [A, true, false] }, "/if/0", /eq: \[/],
  [{ if: ["yes", TRUE, TRUE] }, "/if/0", /expected a condition/],
  [{ not: { default: [A, false] } }, "/not", /eq: \[/],
  [{ eq: [{ has: A }, "yes"] }, "/eq", /never equals/],
  [{ gt: [{ has: A }, 1] }, "/gt/0", /expected a number/],
  [{ startsWith: [A, 1] }, "/startsWith/1", /expected a text/],
  [{ startsWith: [{ words: A }, "x"] }, "/startsWith/0", /expected a text/],
  [{ subset: [A, "x"] }, "/subset/1", /expected a list/],
  [{ before: [A, "01.02.2026"] }, "/before/1", /YYYY-MM-DD/],
  [{ before: [A, "2026-02-30"] }, "/before/1", /YYYY-MM-DD/],
  [{ durationLte: [A, "24h"] }, "/durationLte/1", /ISO 8601/],
  [{ durationLte: [A, "PT"] }, "/durationLte/1", /ISO 8601/],
  [{ quantityLte: [A, "24m"] }, "/quantityLte/1", /unit/],
  [{ semverGte: [A, "1.0"] }, "/semverGte/1", /semantic version/],
  [{ has: "it.a" }, "/has", /\{var: it\.name\}/],
  [{ has: { lower: A } }, "/has", /path/],
  [{ empty: { var: "params.minWords" } }, "/empty", /path/],
  // Patterns
  [{ matches: [A, "("] }, "/matches/1", /RE2/],
  [{ matches: [A, "a(?=b)"] }, "/matches/1", /RE2/],
  [{ matches: [A, "(a)\\1"] }, "/matches/1", /RE2/],
  [{ matches: [A, "a{1001}"] }, "/matches/1", /RE2/],
  [{ matches: [A, "((a{30}){30}){30}"] }, "/matches/1", /RE2/],
  [{ matches: [A, { var: "it.pattern" }] }, "/matches/1", /written out/],
  [{ matches: ["a", A] }, "/matches/1", /written out/],
  // Rules that say the same whatever they judge
  [{ eq: [1, 1] }, "/eq", /reads no fact/],
  [{ in: ["a", ["a", "b"]] }, "/in", /reads no fact/],
  [{ or: [TRUE, { eq: ["a", "a"] }] }, "/or/1/eq", /reads no fact/],
  [{ gt: [{ var: "params.minWords" }, 0] }, "", /reads nothing of what it judges/],
  [{ notBefore: [{ var: "asOf" }, "2026-01-01"] }, "", /reads nothing of what it judges/],
  [{ every: [A, { eq: [{ var: "it.b" }, 1] }] }, "/every/1", /does not read item/],
  [{ every: [A, true] }, "/every/1", /item/],
  [{ every: [[1, 2], { gt: [{ var: "item" }, 0] }] }, "/every", /reads no fact/],
  [{ no: [["a"], { eq: [{ var: "item" }, "b"] }] }, "/no", /reads no fact/],
  [{ and: [TRUE, { any: [[1], { gt: [{ var: "item" }, 0] }] }] }, "/and/1/any", /reads no fact/],
  [{ or: [TRUE, { not: { every: [["a"], { has: { var: "item" } }] } }] }, "/or/1/not/every", /reads no fact/],
  [{ every: [["a"], { any: [["b"], { eq: [{ var: "item" }, "b"] }] }] }, "/every/1/any", /reads no fact/],
  [{ every: [{ var: "guild.domains" }, { eq: [{ var: "item" }, "b"] }] }, "", /reads nothing of what it judges/],
  [{ every: [[], { eq: [{ var: "item" }, A] }] }, "/every", /the list is written out and empty/],
  [{ not: { in: [A, []] } }, "/not/in", /the list is written out and empty/],
  [{ disjoint: [A, []] }, "/disjoint", /the right is written out and empty/],
  [{ not: { intersects: [[], A] } }, "/not/intersects", /the left is written out and empty/],
  [{ subset: [[], A] }, "/subset", /the left is written out and empty/],
  [{ startsWith: [A, ""] }, "/startsWith", /the prefix is written out and empty/],
  [{ eq: [A, A] }, "/eq", /with itself/],
  [{ lte: [{ count: A }, { count: [A] }] }, "/lte", /with itself/],
  [{ gte: [{ count: A }, 0] }, "/gte", /never below 0/],
  [{ lt: [-1, { words: A }] }, "/lt", /never below 0/],
  [{ has: { var: "it" } }, "/has", /always there/],
  [{ not: { empty: { var: "product" } } }, "/not/empty", /always there/],
  // Results that are neither true nor false
  [A, "", /true or false.*eq/],
  [{ count: A }, "", /true or false/],
  [{ lower: A }, "", /true or false/],
  [{ default: [A, true] }, "", /true or false/],
  [{ if: [TRUE, "pass", "fail"] }, "", /true or false/],
  [{ if: [TRUE, true, A] }, "", /true or false/],
  [{ semverBump: ["1.0.0", A] }, "", /true or false/],
];

/** Beside those that say the same whatever they judge, some that do not. */
const TELLING: readonly unknown[] = [
  { any: [["todo", "tbd"], { contains: [A, { var: "item" }] }] },
  { every: [A, { any: [["a"], { eq: [{ var: "item" }, { var: "it.b" }] }] }] },
  { setEquals: [A, []] },
  { subset: [A, []] },
  { eq: [A, ""] },
  { lte: [{ count: A }, 0] },
  { every: [A, { has: { var: "item" } }] },
  { or: [TRUE, { eq: [{ var: "params.minWords" }, 5] }] },
];

describe("a rule that may come to either", () => {
  it.each(TELLING.map((rule) => [JSON.stringify(rule), rule] as const))("%s is accepted", (_, rule) => {
    const about = JSON.stringify(rule).includes("params") ? { params: PARAMS } : {};
    expect(compileSample({ rule, ...about }).problems).toEqual([]);
  });
});

describe("a malformed rule", () => {
  it.each(MALFORMED.map((row) => [JSON.stringify(row[0]), ...row] as const))(
    "%s is refused",
    (_, rule, pointer, remedy) => {
      const { policy, problems } = compileSample({ rule, params: PARAMS });
      expect(policy).toBeUndefined();
      expect(problems.map(({ path }) => path)).toContain(`/rule${pointer}`);
      expect(problems.find(({ path }) => path === `/rule${pointer}`)?.message).toMatch(remedy);
      for (const { message, location } of problems) {
        expect(message).not.toMatch(/\n|undefined|\[object/);
        expect(location).toMatchObject({ file: "policies/sample.yaml" });
        expect(location.line).toBeGreaterThan(1);
      }
    },
  );

  it.each(["hello", 1, true, null, [], [1, 2]])("that is no operation (%j) is refused", (rule) => {
    expect(compileSample({ rule }).policy).toBeUndefined();
  });

  it("is refused in `applies` just the same", () => {
    for (const [rule, pointer] of MALFORMED) {
      const { policy, problems } = compileSample({ rule: TRUE, applies: rule, params: PARAMS });
      expect(policy).toBeUndefined();
      expect(problems.map(({ path }) => path)).toContain(`/applies${pointer}`);
    }
  });

  it("says everything that is wrong with it at once, in the order of the file", () => {
    const rule = { and: [{ "==": [A, 1] }, { lt: [A, "5"] }, { has: { var: "its.a" } }, { eqq: [A, 1] }] };
    const { problems } = compileSample({ rule });
    expect(problems.map(({ path }) => path)).toEqual([
      "/rule/and/0/==",
      "/rule/and/1/lt/1",
      "/rule/and/2/has/var",
      "/rule/and/3/eqq",
    ]);
  });

  it("is refused when it is too deep or too large, without running out of stack", () => {
    let deep: unknown = TRUE;
    for (let i = 0; i < 40; i += 1) deep = { not: deep };
    expect(compileSample({ rule: deep }).problems.map(({ code }) => code)).toContain("rule-size");
    const large = { and: Array.from({ length: 700 }, () => TRUE) };
    expect(compileSample({ rule: large }).problems.map(({ code }) => code)).toEqual(["rule-size"]);
    const long = { in: [A, Array.from({ length: 2_500 }, (_, i) => i)] };
    expect(compileSample({ rule: long }).problems.map(({ code }) => code)).toContain("rule-size");
  });
});

describe("an operator named like a part of the machine", () => {
  it.each(["constructor", "__proto__", "prototype", "hasOwnProperty"])("%s is none", (name) => {
    const rule = Object.create(null) as Record<string, Json>;
    Object.defineProperty(rule, name, { value: [A, 1], enumerable: true });
    const { expression, faults } = checkRule(rule, ["rule"], { roots: openRoots("it"), params: {} });
    expect(expression).toBeUndefined();
    expect(faults).toMatchObject([{ code: "rule-operator", path: ["rule", name] }]);
  });
});

describe("an operator that YAML reads as a tag", () => {
  it.each(["!==: [{ var: it.protocol }, ftp]", "!: [{ var: it.a }]", "!=: [{ var: it.a }, 1]"])(
    "%s is refused",
    (rule) => {
      const text = `rule:\n  ${rule}\n`;
      const { documents, problems } = readSource(new TextEncoder().encode(text));
      expect(problems.some(({ severity }) => severity === "error")).toBe(true);
      const [document] = documents;
      if (document !== undefined)
        expect(compilePolicy("policies/sample.yaml", document, ANY_FACTS).policy).toBeUndefined();
    },
  );
});
