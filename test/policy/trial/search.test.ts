import { describe, expect, it } from "vitest";
import { nameOf } from "../../../src/policy/trial/mutants.ts";
import type { Suggestion } from "../../../src/policy/trial/search/search.ts";
import { FILE, productFixture, survivorNames, trial } from "./support.ts";

const FIXTURE = productFixture(
  "id: plays\nhours: 5\nstatus: active\nwords: Plays by track\nports: [{ name: a }, { name: b }]\nuses: [x, y]\n",
);

function suggestionsOf(members: Record<string, unknown>): ReadonlyMap<string, Suggestion | undefined> {
  const { survivors } = trial(members, FIXTURE).mutants;
  return new Map(survivors.map(({ mutant, suggestion }) => [nameOf(mutant), suggestion]));
}

/** The policy with suggested cases among its tests. */
function withCases(members: Record<string, unknown>, suggestions: readonly Suggestion[]): Record<string, unknown> {
  const tests = suggestions.map(({ given, expect, at }, index) => {
    return { name: `case ${String(index)}`, given, expect, ...(at.length > 0 && { at }) };
  });
  return { ...members, tests };
}

describe("a suggested case", () => {
  it("stands at the bound that no case was at", () => {
    const found = suggestionsOf({ rule: { lte: [{ var: "product.hours" }, 24] } });
    expect(found.get("rule: lte -> lt")).toMatchObject({ given: { set: { [`${FILE}#/hours`]: 24 } }, expect: "pass" });
    expect(found.get("rule.lte[1]: 24 -> 25")).toMatchObject({
      given: { set: { [`${FILE}#/hours`]: 25 } },
      expect: "fail",
      at: [`${FILE}#/hours`],
    });
    expect(found.get("onMissing: fail -> skip")).toMatchObject({ given: { remove: [`${FILE}#/hours`] } });
  });

  it.each<readonly [string, Record<string, unknown>]>([
    ["numbers", { rule: { and: [{ gt: [{ var: "product.hours" }, 1] }, { lt: [{ var: "product.hours" }, 9] }] } }],
    ["words", { rule: { gte: [{ words: { var: "product.words" } }, 3] } }],
    ["counts", { rule: { eq: [{ count: { var: "product.ports" } }, 2] } }],
    ["lists", { rule: { subset: [{ var: "product.uses" }, ["x", "y", "z"]] } }],
    ["elements", { rule: { every: [{ var: "product.ports" }, { in: [{ var: "item.name" }, ["a", "b"]] }] } }],
    ["texts", { rule: { in: [{ lower: { var: "product.status" } }, ["active", "deprecated"]] } }],
    ["presence", { applies: { has: { var: "product.status" } }, rule: { not: { empty: { var: "product.words" } } } }],
    ["fallbacks", { rule: { eq: [{ default: [{ var: "product.status" }, "active"] }, "active"] } }],
    [
      "branches",
      { rule: { if: [{ eq: [{ var: "product.status" }, "active"] }, { has: { var: "product.words" } }, true] } },
    ],
    [
      "parameters",
      {
        params: { most: { type: "integer", default: 24, description: "Most hours." } },
        rule: { lte: [{ var: "product.hours" }, { var: "params.most" }] },
      },
    ],
    [
      "targets",
      { target: { forEach: "product.ports[*]", key: ["name"] }, rule: { in: [{ var: "it.name" }, ["a", "b"]] } },
    ],
    [
      "schemas",
      {
        schema: { required: ["words"], properties: { hours: { maximum: 24 }, status: { enum: ["active", "draft"] } } },
      },
    ],
  ])("for %s is found for every mutant, and kills it", (_, members) => {
    const found = suggestionsOf(members);
    expect(found.size).toBeGreaterThan(2);
    const without = [...found].filter(([, suggestion]) => suggestion === undefined).map(([name]) => name);
    expect(without).toEqual([]);
    const cases = withCases(
      members,
      [...found.values()].filter((one) => one !== undefined),
    );
    const again = trial(cases, FIXTURE);
    expect(again.results.filter(({ passed }) => !passed)).toEqual([]);
    expect(survivorNames(again)).toEqual([]);
  });

  it("is not made up where there is none", () => {
    // What is there is never an empty text when the first condition has asked for more.
    const rule = { and: [{ gte: [{ words: { var: "product.words" } }, 2] }, { has: { var: "product.words" } }] };
    const found = suggestionsOf({ rule });
    expect(found.has("rule.and[1]: has -> not empty")).toBe(true);
    expect(found.get("rule.and[1]: has -> not empty")).toBeUndefined();
  });

  it("is looked for only as long as there is patience", () => {
    const members = { rule: { lte: [{ var: "product.hours" }, 24] } };
    const { survivors } = trial(members, FIXTURE, 0).mutants;
    expect(survivors.length).toBeGreaterThan(0);
    expect(survivors.every(({ suggestion, isSearched }) => suggestion === undefined && !isSearched)).toBe(true);
  });
});
