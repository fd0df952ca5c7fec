import type { ExplainedStep, ReadFact } from "../../model/explanation.ts";
import type { Location } from "../../model/location.ts";
import type { Decision, Rule } from "../decide.ts";
import { decide } from "../decide.ts";
import type { Question } from "../evaluate.ts";
import { answer, evaluatePolicy, questionsOf } from "../evaluate.ts";
import type { Policy, PolicyOutcome } from "../policy.ts";
import { misfits } from "../schema-body.ts";
import type { Ground } from "./steps.ts";
import { decidingFacts, stepOf } from "./steps.ts";

/** What a policy says of a target, and how it came to that. */
export interface Account {
  readonly outcome: PolicyOutcome;
  readonly because: readonly ReadFact[];
  readonly applies?: ExplainedStep;
  readonly rule?: ExplainedStep;
  readonly faults: readonly { readonly message: string; readonly location: Location }[];
}

/** Asks a policy about every target of a subject, as `evaluatePolicy` does, and keeps what it did and why. */
export function accountOf(policy: Policy, ground: Ground): readonly Account[] {
  const outcomes = evaluatePolicy(policy, ground.facts);
  return questionsOf(policy, ground.facts).flatMap((question, index) => {
    const outcome = outcomes[index];
    return outcome === undefined ? [] : [explain(policy, ground, question, outcome)];
  });
}

function explain(policy: Policy, ground: Ground, question: Question, outcome: PolicyOutcome): Account {
  const decisions = new Map<Rule, Decision>();
  answer(policy, ground.facts, question, (rule, scope) => {
    const decision = decide(rule, scope);
    decisions.set(rule, decision);
    return decision;
  });
  const { applies, body } = policy;
  const told = (rule: Rule | undefined, decides: boolean): ExplainedStep | undefined => {
    const decision = rule && decisions.get(rule);
    return decision && stepOf(decision.trace, ground, decides);
  };
  const rule = body.kind === "rule" ? told(body.rule, true) : undefined;
  const isAsked = question.kind === "element" && outcome.outcome === "fail";
  const faults = body.kind === "schema" && isAsked ? faultsOf(body.schema, ground, question) : [];
  // The condition has decided only where the rule was not asked.
  const condition = told(applies, rule === undefined && outcome.outcome !== "fail");
  const decided = rule ?? condition;
  return {
    outcome,
    because: decided && outcome.outcome !== "pass" ? decidingFacts(decided) : [],
    ...(condition && { applies: condition }),
    ...(rule && { rule }),
    faults,
  };
}

function faultsOf(schema: Parameters<typeof misfits>[0], { facts }: Ground, { element }: Question): Account["faults"] {
  const found = element.value === undefined ? [] : misfits(schema, element.value);
  if ("kind" in found) return [];
  return found.map(({ path, message }) => ({ message, location: facts.locate([...element.path, ...path]) }));
}
