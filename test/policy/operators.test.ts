import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../src/model/json.ts";
import { own } from "../../src/model/json.ts";
import { checkExpression } from "../../src/policy/language/check.ts";
import type { Example, Operator } from "../../src/policy/language/operator.ts";
import type { Result } from "../../src/policy/language/result.ts";
import type { Scope } from "../../src/policy/language/scope.ts";
import { MAX_STEPS } from "../../src/policy/language/scope.ts";
import { lower, run } from "../../src/policy/logic.ts";
import { OPERATORS, operatorNamed } from "../../src/policy/operators/index.ts";
import { trace } from "../../src/policy/trace.ts";
import { readdirSync } from "node:fs";
import { bare } from "../support/facts.ts";
import { openRoots } from "../support/fact-trees.ts";

const VOCABULARY = { roots: openRoots("it", "product", "before", "change", "guild", "asOf"), params: {} };

function evaluateBoth([rule, data]: Example): { readonly decided: Json; readonly explained: Json } {
  const { expression, faults } = checkExpression(rule, [], VOCABULARY);
  if (expression === undefined) throw new Error(faults.map(({ message }) => message).join("\n"));
  const facts = bare(data) as JsonObject;
  const scope = (): Scope => ({
    facts,
    params: {},
    it: { value: own(facts, "it"), path: ["it"] },
    budget: { left: MAX_STEPS },
  });
  return { decided: shorten(run(lower(expression), scope())), explained: shorten(trace(expression, scope()).result) };
}

function shorten(result: Result): Json {
  return result.kind === "value" ? result.value : result.kind;
}

describe.each(OPERATORS.map((operator) => [operator.name, operator] as const))("%s", (name, operator: Operator) => {
  it.each(operator.examples.map((example) => [JSON.stringify(example), example] as const))("%s", (_, example) => {
    expect(evaluateBoth(example)).toEqual({ decided: example[2], explained: example[2] });
  });

  it("has a truth table that shows values, missing data and an error", () => {
    const results = operator.examples.map(([, , result]) => result);
    expect(results.length).toBeGreaterThanOrEqual(4);
    expect(results).toContain("missing");
    expect(results).toContain("error");
    expect(results.some((result) => result !== "missing" && result !== "error")).toBe(true);
  });

  it("is used by each of its examples", () => {
    const names = [name, ...operator.aliases].map((word) => `"${word}":`);
    for (const [rule] of operator.examples) {
      const text = JSON.stringify(rule);
      expect(names.some((word) => text.includes(word))).toBe(true);
    }
  });

  it("shows both truth values where it answers a question", () => {
    if (operator.result(operator.examples.map(() => "boolean")) !== "boolean" || name === "if") return;
    const results = operator.examples.map(([, , result]) => result);
    expect(results).toEqual(expect.arrayContaining([true, false]));
  });
});

describe("the operators", () => {
  it("are all registered, one file each", () => {
    const files = readdirSync("src/policy/operators").filter((file) => file !== "index.ts");
    const names = OPERATORS.map(({ name }) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));
    expect(names.map((name) => `${name}.ts`).sort()).toEqual(files.sort());
  });

  it("have names and aliases of their own", () => {
    const words = OPERATORS.flatMap(({ name, aliases }) => [name, ...aliases]);
    expect(new Set(words).size).toBe(words.length);
    for (const word of words) expect(operatorNamed(word)).toBeDefined();
  });

  it("are described in one sentence or more", () => {
    for (const { summary } of OPERATORS) expect(summary).toMatch(/^[A-Z].*\.$/);
  });
});
