import { describe, expect, it } from "vitest";
import type { Json } from "../../src/model/json.ts";
import { decide, prepare } from "../../src/policy/decide.ts";
import { checkRule } from "../../src/policy/language/check.ts";
import type { Expression } from "../../src/policy/language/operator.ts";
import { lower, run } from "../../src/policy/logic.ts";
import { trace } from "../../src/policy/trace.ts";
import { openRoots } from "../support/fact-trees.ts";

function parse(rule: Json): Expression {
  const { expression, faults } = checkRule(rule, [], { roots: openRoots("it", "product"), params: {} });
  if (expression === undefined) throw new Error(faults.map(({ message }) => message).join("\n"));
  return expression;
}

const PRODUCT = { a: 1, tags: ["x", "y", "z"] };
const SCOPE = { facts: { product: PRODUCT }, params: {}, it: { value: PRODUCT, path: ["product"] } };
const budget = (): { left: number } => ({ left: 1_000 });

describe("two engines", () => {
  it("that differ make an error, whichever says pass", () => {
    const yes = parse({ eq: [{ var: "it.a" }, 1] });
    const no = parse({ eq: [{ var: "it.a" }, 2] });
    const missing = parse({ eq: [{ var: "it.b" }, 2] });
    for (const [one, other] of [
      [yes, no],
      [no, yes],
      [missing, no],
      [yes, missing],
    ] as const) {
      const { result } = decide({ expression: one, logic: lower(other) }, SCOPE);
      expect(result).toMatchObject({ kind: "error", reason: expect.stringContaining("engine disagreement") as string });
    }
    expect(decide(prepare(yes), SCOPE).result).toEqual({ kind: "truth", holds: true });
  });

  it("take the same number of steps, so that neither runs out alone", () => {
    const rules: Json[] = [
      { every: [{ var: "it.tags" }, { or: [{ eq: [{ var: "item" }, "x"] }, { has: { var: "it.a" } }] }] },
      { if: [{ empty: { var: "it.tags" } }, { has: { var: "it.a" } }, { eq: [{ default: [{ var: "it.a" }, 2] }, 1] }] },
      { not: { no: [{ var: "it.tags" }, { in: [{ var: "item" }, ["y"]] }] } },
    ];
    for (const rule of rules) {
      const [one, other] = [budget(), budget()];
      run(lower(parse(rule)), { ...SCOPE, budget: one });
      trace(parse(rule), { ...SCOPE, budget: other });
      expect(one).toEqual(other);
      expect(one.left).toBeLessThan(1_000);
    }
  });

  it("never let json-logic-js see anything but its control flow and operators of ours", () => {
    const rule = {
      and: [{ every: [{ var: "it.tags" }, { neq: [{ var: "item" }, "q"] }] }, { lt: [{ var: "it.a" }, 2] }],
    };
    const names = JSON.stringify(lower(parse(rule))).match(/"[^"]+":/g) ?? [];
    expect(new Set(names)).toEqual(
      new Set([
        '"and":',
        '"none":',
        '"meshgate:scopes":',
        '"meshgate:read":',
        '"if":',
        '"meshgate:neq":',
        '"meshgate:lt":',
      ]),
    );
  });
});

describe("a trace", () => {
  it("knows what was not evaluated", () => {
    const root = trace(parse({ or: [{ eq: [{ var: "it.a" }, 1] }, { has: { var: "it.b" } }] }), {
      ...SCOPE,
      budget: budget(),
    });
    expect(root.result).toEqual({ kind: "value", value: true });
    expect(root.steps).toHaveLength(1);
    expect(root.deciding).toHaveLength(1);
  });

  it("keeps the value and the place of every read", () => {
    const root = trace(parse({ no: [{ var: "it.tags" }, { eq: [{ var: "item" }, "y"] }] }), {
      ...SCOPE,
      budget: budget(),
    });
    expect(root.steps.map(({ path }) => path)).toEqual([["product", "tags"], undefined, undefined]);
    expect(root.deciding[0]?.steps[0]).toMatchObject({ path: ["product", "tags", 1], result: { value: "y" } });
  });
});
