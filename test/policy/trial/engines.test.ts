import { describe, expect, it } from "vitest";
import { readTexts } from "../../../scripts/docs/pack.ts";
import { FACT_TREES } from "../../../src/app/govern/facts.ts";
import { stageCases } from "../../../src/app/judge-case.ts";
import { shippedPacks } from "../../../src/io/files/packs.ts";
import type { Json, JsonObject, JsonPath } from "../../../src/model/json.ts";
import { compilePolicy } from "../../../src/policy/compile.ts";
import { answer, questionsOf } from "../../../src/policy/evaluate.ts";
import { checkExpression, readsOf } from "../../../src/policy/language/check.ts";
import type { Scope } from "../../../src/policy/language/scope.ts";
import { lookup, MAX_STEPS } from "../../../src/policy/language/scope.ts";
import { OPERATORS } from "../../../src/policy/operators/index.ts";
import { trace } from "../../../src/policy/trace.ts";
import { openFixture } from "../../../src/policy/trial/fixture.ts";
import { mutantsOf } from "../../../src/policy/trial/mutants.ts";
import { openPanel, outcomeOf } from "../../../src/policy/trial/panel.ts";
import { replaced } from "../../../src/policy/trial/replaced.ts";
import { readSource } from "../../../src/source/read.ts";
import { openRoots } from "../../support/fact-trees.ts";

const fixture = openFixture(await readTexts("policies/baseline/fixture"), stageCases());
const policies = [...((await shippedPacks()).get("baseline") ?? [])].flatMap(([file, bytes]) => {
  const [document] = readSource(bytes).documents;
  const policy = document && compilePolicy(file, document, FACT_TREES).policy;
  return document && policy ? [{ policy, document, facts: FACT_TREES }] : [];
});

describe("mutants are judged by json-logic-js alone, on questions that were seen to differ", () => {
  it.each(policies.map((subject) => [subject.policy.id, subject] as const))("%s", (_, subject) => {
    const { policy } = subject;
    const panel = openPanel(policy);
    const stages = policy.cases.map((test) => fixture.stage(policy, test));
    const sheets = stages.flatMap((stage) => ("fault" in stage ? [] : [{ stage, sheet: panel.ask(stage) }]));
    expect(sheets.length).toBe(policy.cases.length);
    for (const mutant of [policy, ...mutantsOf(subject).map((one) => one.policy)]) {
      for (const { stage, sheet } of sheets) {
        // Both engines, each question on its own facts, against one engine on the first question that looked the same.
        const full = stage.facts.flatMap((facts) =>
          questionsOf(policy, facts).map((question) => answer(mutant, facts, question).outcome),
        );
        expect(sheet.rows.map((row) => outcomeOf(mutant, row))).toEqual(full);
      }
    }
  });
});

/** The data with nothing but what stands at the paths. */
function only(data: Json, paths: readonly JsonPath[]): Json {
  return paths.reduce<Json>((kept, path) => {
    const value = lookup(data, path);
    return value === undefined ? kept : put(kept, path, value);
  }, {});
}

function put(root: Json, path: JsonPath, value: Json): Json {
  const filled = path.slice(0, -1).reduce<Json>((at, _, index) => {
    const above = path.slice(0, index + 1);
    return lookup(at, above) === undefined ? replaced(at, above, {}) : at;
  }, root);
  return replaced(filled, path, value);
}

/** Operators of changes look at both sides, and are asked each question. */
const PLAIN = OPERATORS.filter(({ ofChange }) => !ofChange);

it.each(PLAIN.map((operator) => [operator.name, operator] as const))(
  "%s reads nothing but what its expression says",
  (_, { examples }) => {
    for (const [rule, data] of examples) {
      const roots = openRoots("it", "guild", "asOf", "product");
      const { expression } = checkExpression(rule, [], { roots, params: {} });
      if (expression === undefined) throw new Error("an example is no expression");
      const evaluate = (facts: Json): unknown => {
        const scope: Scope = {
          facts: facts as JsonObject,
          params: {},
          it: { value: lookup(facts, ["it"]), path: ["it"] },
          budget: { left: MAX_STEPS },
        };
        return trace(expression, scope).result;
      };
      const paths = readsOf(expression).map(({ steps }) => steps);
      expect(evaluate(only(data, paths))).toEqual(evaluate(data));
    }
  },
);
