import { describe, expect, it } from "vitest";
import { pathText } from "../../../src/policy/trial/words.ts";
import { FILE, productFixture, subjectOf, survivorNames, trial } from "./support.ts";

const FIXTURE = productFixture("id: plays\nhours: 5\nstatus: active\nports: [{ name: a }, { name: b }]\n");

const RULE = { rule: { lte: [{ var: "product.hours" }, 24] } };

function hours(value: number, expected: string): Record<string, unknown> {
  return { name: `${String(value)} hours`, given: { set: { [`${FILE}#/hours`]: value } }, expect: expected };
}

const MISSING = { name: "no hours", given: { remove: [`${FILE}#/hours`] }, expect: "fail" };

describe("a policy is tried", () => {
  it("on its own cases", () => {
    const tests = [hours(5, "pass"), hours(30, "pass")];
    const { results } = trial({ ...RULE, tests }, FIXTURE);
    expect(results.map(({ passed }) => passed)).toEqual([true, false]);
    expect(results[1]?.message).toMatch(/expected pass, got fail/);
  });

  it("by its mutants: those that its cases cannot tell from it survive", () => {
    const tried = (...tests: readonly unknown[]): readonly string[] =>
      survivorNames(trial({ ...RULE, tests }, FIXTURE));
    expect(tried(hours(5, "pass"), hours(30, "fail"))).toEqual([
      "rule: lte -> lt",
      "rule.lte[1]: 24 -> 23",
      "rule.lte[1]: 24 -> 25",
      "onMissing: fail -> skip",
      "onMissing: fail -> error",
    ]);
    expect(tried(hours(24, "pass"), hours(30, "fail"))).toEqual([
      "rule.lte[1]: 24 -> 25",
      "onMissing: fail -> skip",
      "onMissing: fail -> error",
    ]);
    expect(tried(hours(24, "pass"), hours(25, "fail"), MISSING)).toEqual([]);
  });

  it("by which targets fail, not only by whether some do", () => {
    const members = {
      target: { forEach: "product.ports[*]", key: ["name"] },
      rule: { in: [{ var: "it.name" }, ["c"]] },
      tests: [{ name: "both", expect: "fail" }],
    };
    // Without c nothing passes, which nobody has shown; but both ports fail as before.
    expect(survivorNames(trial(members, FIXTURE))).toContain('rule.in[1][0]: "c" dropped');
    const shown = { ...members, rule: { in: [{ var: "it.name" }, ["b"]] } };
    expect(survivorNames(trial(shown, FIXTURE))).not.toContain('rule.in[1][0]: "b" dropped');
  });

  it("by the places that fail, where a case names them", () => {
    const rule = { and: [{ has: { var: "product.a" } }, { has: { var: "product.b" } }] };
    const test = { name: "neither", expect: "fail", given: { set: { [`${FILE}#/b`]: 1 }, remove: [] } };
    const swapped = "rule.and[1]: dropped";
    const one = trial({ rule, tests: [test] }, FIXTURE);
    expect(survivorNames(one)).toContain(swapped);
    const mutants = survivorNames(trial({ rule, tests: [{ ...test, at: [`${FILE}#/a`] }] }, FIXTURE));
    expect(mutants).toContain(swapped);
    expect(mutants).not.toContain("rule: and -> or");
  });
});

describe("coverage", () => {
  const never = (members: Record<string, unknown>): readonly (readonly [string, string, string])[] =>
    trial(members, FIXTURE).coverage.never.map(({ side, path, written }) => [side, pathText(path), written]);

  it("has two sides of every condition, as it is written", () => {
    const rule = { or: [{ "<": [{ var: "product.hours" }, 10] }, { "===": [{ var: "product.status" }, "draft"] }] };
    expect(never({ rule, tests: [hours(5, "pass")] })).toEqual([
      [
        "false",
        "rule",
        "{ or: [ { <: [ { var: product.hours }, 10 ] }, { ===: [ { var: product.status }, draft ] } ] }",
      ],
      ["false", "rule.or[0]", "{ <: [ { var: product.hours }, 10 ] }"],
      ["true", "rule.or[1]", "{ ===: [ { var: product.status }, draft ] }"],
      ["false", "rule.or[1]", "{ ===: [ { var: product.status }, draft ] }"],
    ]);
    expect(trial({ rule, tests: [hours(5, "pass"), hours(30, "fail")] }, FIXTURE).coverage).toMatchObject({
      seen: 5,
      total: 6,
    });
  });

  it("has two sides of every keyword of a schema", () => {
    const schema = {
      required: ["hours"],
      properties: { hours: { type: "number", maximum: 24 }, name: { minLength: 3 } },
      if: { properties: { status: { const: "active" } } },
      then: { required: ["ports"] },
    };
    const tests = [hours(5, "pass"), hours(30, "fail"), MISSING];
    expect(never({ schema, tests })).toEqual([
      ["violated", "schema.if", "{ if: { properties: { status: { const: active } } } }"],
      ["violated", "schema.then.required", "{ required: [ ports ] }"],
      ["violated", "schema.properties.hours.type", "{ type: number }"],
      ["kept", "schema.properties.name.minLength", "{ minLength: 3 }"],
      ["violated", "schema.properties.name.minLength", "{ minLength: 3 }"],
    ]);
  });
});

describe("promotion", () => {
  const reach = (...tests: readonly unknown[]): readonly [string, readonly string[]] => {
    const { promotable, lacks } = trial({ ...RULE, tests }, FIXTURE);
    return [promotable, lacks];
  };
  const missing = "a case of missing data: one that removes something and does not pass";

  it("to warn needs a case that passes, one that fails and one of missing data", () => {
    expect(reach()).toEqual(["advisory", ["a case that passes", "a case that fails", missing]]);
    expect(reach(hours(5, "pass"))).toEqual(["advisory", ["a case that fails", missing]]);
    expect(reach(hours(5, "pass"), hours(30, "fail"))).toEqual(["advisory", [missing]]);
    expect(reach(hours(5, "pass"), MISSING)[0]).toBe("warn");
  });

  it("counts no case that does not hold", () => {
    expect(reach(hours(5, "pass"), MISSING, hours(30, "pass"))[0]).toBe("warn");
    expect(reach(hours(30, "pass"), MISSING)).toEqual(["advisory", ["a case that passes"]]);
  });

  it("to block needs cases that tell every mutant from the policy", () => {
    expect(reach(hours(5, "pass"), MISSING)).toEqual(["warn", ["cases that tell 3 mutants from the policy"]]);
    expect(reach(hours(24, "pass"), hours(25, "fail"), MISSING)).toEqual(["block", []]);
  });

  it("sees missing data also where nothing is removed", () => {
    const rule = { lte: [{ var: "product.minutes" }, 24] };
    const tests = [
      { name: "set", given: { set: { [`${FILE}#/minutes`]: 5 } }, expect: "pass" },
      { name: "not set", expect: "fail" },
    ];
    expect(trial({ rule, tests }, FIXTURE).promotable).toBe("warn");
  });
});

describe("equivalent mutants", () => {
  const tests = [hours(24, "pass"), hours(25, "fail")];
  const named = (...mutants: readonly string[]): unknown => mutants.map((mutant) => ({ mutant, reason: "It is." }));

  it("are no survivors when no case is found that tells them from the policy", () => {
    // The hours are always there in a fixture that cannot lose them.
    const rule = { or: [{ not: { has: { var: "product.hours" } } }, { lte: [{ var: "product.hours" }, 24] }] };
    const members = { rule, tests: [...tests, { ...MISSING, expect: "pass" }] };
    const unnamed = trial(members, FIXTURE);
    expect(survivorNames(unnamed)).toEqual([
      "rule.or[0].not: has -> not empty",
      "onMissing: fail -> skip",
      "onMissing: fail -> error",
    ]);
    const equivalentMutants = named("onMissing: fail -> skip", "onMissing: fail -> error");
    const tried = trial({ ...members, equivalentMutants }, FIXTURE);
    expect(survivorNames(tried)).toEqual(["rule.or[0].not: has -> not empty"]);
    expect(tried.mutants.equivalent).toBe(2);
    expect(tried.faults).toEqual([]);
  });

  it("that are told from the policy by a case are a fault, and survive", () => {
    const { faults, mutants } = trial({ ...RULE, tests, equivalentMutants: named("onMissing: fail -> skip") }, FIXTURE);
    expect(faults).toEqual(['equivalentMutants names "onMissing: fail -> skip", but a case tells it from the policy']);
    expect(mutants.equivalent).toBe(0);
    expect(mutants.survivors).toHaveLength(2);
  });

  it("that are killed or do not exist are a fault", () => {
    const { faults } = trial(
      { ...RULE, tests, equivalentMutants: named("rule: lte -> lt", "rule: lt -> lte") },
      FIXTURE,
    );
    expect(faults).toEqual([
      'equivalentMutants names "rule: lte -> lt", which is no mutant that survives',
      'equivalentMutants names "rule: lt -> lte", which is no mutant that survives',
    ]);
  });

  it("do not enter the digest of what the policy asks", () => {
    const digest = (members: Record<string, unknown>): string => subjectOf(members).policy.digest;
    expect(digest({ ...RULE, equivalentMutants: named("rule: lt -> lte") })).toBe(digest(RULE));
    expect(digest({ ...RULE, onMissing: "skip" })).not.toBe(digest(RULE));
  });
});
