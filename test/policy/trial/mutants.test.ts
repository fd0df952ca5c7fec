import { describe, expect, it } from "vitest";
import { mutantNames, subjectOf } from "./support.ts";
import { checkRule } from "../../../src/policy/language/check.ts";
import { evaluatePolicy } from "../../../src/policy/evaluate.ts";
import { openRoots } from "../../support/fact-trees.ts";
import { factsOf } from "../../support/facts.ts";
import { mutantsOf } from "../../../src/policy/trial/mutants.ts";

/** The mutants of a rule, those of `onMissing` left out. */
function ofRule(rule: unknown, members: Record<string, unknown> = {}): readonly string[] {
  return mutantNames({ rule, ...members }).filter((name) => !name.startsWith("onMissing"));
}

const A = { var: "it.a" };
const B = { var: "it.b" };

describe("mutants of a rule", () => {
  it.each<readonly [string, unknown, readonly string[]]>([
    [
      "a comparison",
      { lte: [A, 5] },
      [
        "rule: lte -> gt",
        "rule: lte -> lt",
        "rule: always true",
        "rule: always false",
        "rule.lte[1]: 5 -> 4",
        "rule.lte[1]: 5 -> 6",
      ],
    ],
    [
      "an alias, by its own name",
      { "<": [A, 0.5] },
      [
        "rule: lt -> gte",
        "rule: lt -> lte",
        "rule: always true",
        "rule: always false",
        'rule["<"][1]: 0.5 -> 0.4',
        'rule["<"][1]: 0.5 -> 0.6',
      ],
    ],
    [
      "an operator that has no neighbour",
      { durationLte: [A, "P30D"] },
      [
        "rule: negated",
        "rule: durationLte -> durationLte but not equal",
        "rule: always true",
        "rule: always false",
        'rule.durationLte[1]: "P30D" -> "P29D"',
        'rule.durationLte[1]: "P30D" -> "P31D"',
      ],
    ],
    [
      "conditions that are joined",
      { and: [{ eq: [A, B] }, { has: A }] },
      [
        "rule: negated",
        "rule.and[0]: dropped",
        "rule.and[1]: dropped",
        "rule: and -> or",
        "rule: always true",
        "rule: always false",
        "rule.and[0]: eq -> neq",
        "rule.and[0]: always false",
        "rule.and[1]: negated",
        "rule.and[1]: has -> not empty",
        "rule.and[1]: always false",
      ],
    ],
    [
      "what is turned round",
      { not: { empty: A } },
      ["rule: not removed", "rule: always true", "rule: always false", "rule.not: empty -> not has"],
    ],
    [
      "a quantifier",
      { every: [A, { eq: [{ var: "item.x" }, true] }] },
      [
        "rule: negated",
        "rule: every -> any",
        "rule: every -> no",
        "rule: always true",
        "rule: always false",
        "rule.every[1]: eq -> neq",
        "rule.every[1]: always true",
        "rule.every[1]: always false",
        "rule.every[1].eq[1]: true -> false",
      ],
    ],
    [
      "sets",
      { subset: [A, ["x", "y"]] },
      [
        "rule: negated",
        "rule: operands swapped",
        "rule: always true",
        "rule: always false",
        'rule.subset[1][0]: "x" dropped',
        'rule.subset[1][1]: "y" dropped',
      ],
    ],
    [
      "a fallback",
      { eq: [{ default: [A, "none"] }, "x"] },
      [
        "rule: eq -> neq",
        "rule: always true",
        "rule: always false",
        "rule.eq[0]: fallback dropped",
        'rule.eq[0].default[1]: "none" -> "nonex"',
        'rule.eq[1]: "x" -> "xx"',
      ],
    ],
    [
      "branches",
      { if: [{ has: A }, { gt: [A, 1] }, false] },
      [
        "rule: negated",
        "rule: always true",
        "rule: always false",
        "rule.if[0]: negated",
        "rule.if[0]: has -> not empty",
        "rule.if[0]: always true",
        "rule.if[0]: always false",
        "rule.if[1]: gt -> lte",
        "rule.if[1]: gt -> gte",
        "rule.if[1]: always true",
        "rule.if[1]: always false",
        "rule.if[1].gt[1]: 1 -> 0",
        "rule.if[1].gt[1]: 1 -> 2",
        "rule.if[2]: false -> true",
      ],
    ],
    [
      "a schema in a rule",
      { schemaValid: [A, { minLength: 2 }] },
      [
        "rule: negated",
        "rule: always true",
        "rule: always false",
        "rule.schemaValid[1].minLength: 2 -> 1",
        "rule.schemaValid[1].minLength: 2 -> 3",
      ],
    ],
  ])("%s", (_, rule, names) => {
    expect(ofRule(rule)).toEqual(names);
  });

  it("of those that mean the same one is kept, and none that means what the rule means", () => {
    // To turn round what is turned round is to take `not` away, and one condition alone needs no `and`.
    expect(ofRule({ not: [{ not: [{ has: A }] }] })).toEqual([
      "rule: not removed",
      "rule: always true",
      "rule: always false",
      "rule.not[0].not[0]: has -> not empty",
    ]);
    expect(ofRule({ and: [{ eq: [A, B] }] })).toEqual(["rule: negated", "rule: always true", "rule: always false"]);
  });

  it("words that a fact can never be make no mutant", () => {
    const facts = { keys: new Map([["a", { words: ["x", "y"] }]]) };
    const rule = { eq: [A, "x"] };
    const roots = new Map([...openRoots("guild"), ["it", facts]]);
    expect(checkRule({ eq: [A, "xx"] }, ["rule"], { roots, params: {} }).faults).not.toEqual([]);
    const subject = subjectOf({ rule });
    const trees = { ...subject.facts, product: facts };
    expect(mutantsOf({ ...subject, facts: trees }).map(({ change }) => change)).not.toContain('"x" -> "xx"');
  });
});

describe("mutants of the rest", () => {
  it("the condition, also without it", () => {
    const names = mutantNames({ applies: { has: A }, rule: { has: B } });
    expect(names.filter((name) => name.startsWith("applies"))).toEqual([
      "applies: negated",
      "applies: has -> not empty",
      "applies: always true",
      "applies: always false",
      "applies: dropped",
    ]);
  });

  it("parameters beside their defaults, and what they are used for", () => {
    const params = {
      min: { type: "integer", default: 3, description: "Least." },
      within: { type: "duration", default: "PT24H", description: "Longest." },
      words: { type: "list", default: ["x", "y"], description: "Any of." },
    };
    const rule = {
      and: [
        { gte: [A, { var: "params.min" }] },
        { durationLte: [B, { var: "params.within" }] },
        { in: [B, { var: "params.words" }] },
      ],
    };
    expect(mutantNames({ params, rule }).filter((name) => name.startsWith("params"))).toEqual([
      "params.min.default: 3 -> 2",
      "params.min.default: 3 -> 4",
      'params.within.default: "PT24H" -> "PT23H"',
      'params.within.default: "PT24H" -> "PT25H"',
      'params.words.default[0]: "x" dropped',
      'params.words.default[1]: "y" dropped',
    ]);
  });

  it("what becomes of missing facts and empty lists, where there can be any", () => {
    const list = { target: { forEach: "product.ports[*]" } };
    const settings = (members: Record<string, unknown>): readonly string[] =>
      mutantNames(members).filter((name) => name.startsWith("on"));
    expect(settings({ rule: { eq: [A, 1] }, ...list })).toEqual([
      "onMissing: fail -> skip",
      "onMissing: fail -> error",
      "onEmpty: not-applicable -> fail",
    ]);
    expect(settings({ rule: { empty: A }, onMissing: "skip" })).toEqual([]);
  });

  it("a schema", () => {
    const schema = {
      type: "object",
      required: ["a", "b"],
      properties: { a: { type: "string", minLength: 1 }, b: { enum: ["x", "y"] }, c: { minimum: 5 } },
      additionalProperties: false,
    };
    expect(mutantNames({ schema })).toEqual([
      "schema.type: dropped",
      "schema.required: dropped",
      'schema.required[0]: "a" dropped',
      'schema.required[1]: "b" dropped',
      "schema.properties.a.type: dropped",
      "schema.properties.a.minLength: dropped",
      "schema.properties.a.minLength: 1 -> 0",
      "schema.properties.a.minLength: 1 -> 2",
      "schema.properties.b.enum: dropped",
      'schema.properties.b.enum[0]: "x" dropped',
      'schema.properties.b.enum[1]: "y" dropped',
      "schema.properties.c.minimum: dropped",
      "schema.properties.c.minimum: 5 -> 4",
      "schema.properties.c.minimum: 5 -> 6",
      "schema.properties.c.minimum: minimum -> exclusiveMinimum",
      "schema.additionalProperties: dropped",
    ]);
  });
});

it("a constant has one answer whatever is missing", () => {
  const subject = subjectOf({ rule: { lte: [A, 5] } });
  for (const [change, outcome] of [
    ["always true", "pass"],
    ["always false", "fail"],
  ]) {
    const mutant = mutantsOf(subject).find((one) => one.change === change);
    if (mutant === undefined) throw new Error(`no mutant is ${change ?? ""}`);
    for (const text of ["a: 1", "a: 9", "b: 1", "a: x"]) {
      expect(evaluatePolicy(mutant.policy, factsOf("product", text))[0]?.outcome).toBe(outcome);
    }
  }
});
