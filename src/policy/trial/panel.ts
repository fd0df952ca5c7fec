import type { Facts } from "../../model/facts.ts";
import type { JsonPath } from "../../model/json.ts";
import { truth } from "../decide.ts";
import type { Decider, Question } from "../evaluate.ts";
import { answer, questionsOf, scopeOf } from "../evaluate.ts";
import { readsOf } from "../language/check.ts";
import type { Expression } from "../language/operator.ts";
import { MAX_STEPS, peek } from "../language/scope.ts";
import { run } from "../logic.ts";
import type { CaseOutcome, Policy } from "../policy.ts";
import type { Stage } from "./fixture.ts";

/** One question that a policy is asked, and what its answer depends on. Equal keys have equal answers. */
export interface Row {
  readonly facts: Facts;
  readonly question: Question;
  readonly key: string;
}

/** What a policy is asked in one scenario. Rows that were seen in another scenario are the same objects. */
export interface Sheet {
  readonly rows: readonly Row[];
}

/** Collects the questions of many scenarios; each that is new in what it depends on is answered once. */
export interface Panel {
  readonly rows: readonly Row[];
  ask(stage: Stage): Sheet;
}

export function openPanel(policy: Policy): Panel {
  const known = new Map<string, Row>();
  const keyOf = keysOf(policy);
  return {
    get rows() {
      return [...known.values()];
    },
    ask(stage) {
      const rows = stage.facts.flatMap((facts) =>
        questionsOf(policy, facts).map((question): Row => {
          const key = keyOf(facts, question);
          const row = known.get(key) ?? { facts, question, key };
          known.set(key, row);
          return row;
        }),
      );
      return { rows };
    },
  };
}

/**
 * A mutant reads no fact that the policy does not read, so the values of these tell questions apart. Of a change the
 * operators look at both sides, and every question is one of its own.
 */
function keysOf(policy: Policy): (facts: Facts, question: Question) => string {
  const reads = readsIn(policy);
  let count = 0;
  return (facts, question) => {
    const { kind, element } = question;
    if (kind !== "element") return kind;
    if (element.fault !== undefined) return "fault";
    if (policy.type === "change") return String((count += 1));
    const scope = { ...scopeOf(policy, facts, element), budget: { left: 0 } };
    return JSON.stringify([
      policy.body.kind === "schema" ? element.value : null,
      ...reads.map((steps) => peek(scope, steps)),
    ]);
  };
}

/** Paths that lead from the root of the facts, or from the element that is judged. */
function readsIn({ applies, body }: Policy): readonly JsonPath[] {
  const rules: readonly Expression[] = [
    ...(applies ? [applies.expression] : []),
    ...(body.kind === "rule" ? [body.rule.expression] : []),
  ];
  const paths = rules.flatMap(readsOf).map(({ steps }) => steps);
  return paths.filter(([root]) => root !== "params" && root !== "item");
}

/** What json-logic-js alone says: enough to see a difference, and half the work. */
const decideAlone: Decider = ({ logic }, scope) => ({
  result: truth(run(logic, { ...scope, budget: { left: MAX_STEPS } })),
  path: undefined,
});

export function outcomeOf(policy: Policy, { facts, question }: Row): CaseOutcome {
  return answer(policy, facts, question, decideAlone).outcome;
}
