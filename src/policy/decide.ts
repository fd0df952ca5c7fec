import type { JsonPath } from "../model/json.ts";
import type { Expression, Logic, Trace } from "./language/operator.ts";
import type { Missing, Result, Failed } from "./language/result.ts";
import { failed, same } from "./language/result.ts";
import type { Scope } from "./language/scope.ts";
import { MAX_STEPS } from "./language/scope.ts";
import { lower, run } from "./logic.ts";
import { decidingPath, trace } from "./trace.ts";

/** A rule for both engines. */
export interface Rule {
  readonly expression: Expression;
  readonly logic: Logic;
}

/** True or false, or why it is neither. */
export interface Decision {
  readonly result: Truth | Missing | Failed;
  readonly trace: Trace;
  /** The fact that decided, from the root of the facts; not looked for when the rule holds. */
  readonly path: JsonPath | undefined;
}

export interface Truth {
  readonly kind: "truth";
  readonly holds: boolean;
}

export function prepare(expression: Expression): Rule {
  return { expression, logic: lower(expression) };
}

/**
 * Runs a rule on json-logic-js, which decides, and on the tracer, which explains. They are written independently of
 * each other, so a fault in either shows as a disagreement, and a disagreement is an error and never a pass.
 */
export function decide(rule: Rule, scope: Omit<Scope, "budget">): Decision {
  const decided = run(rule.logic, { ...scope, budget: { left: MAX_STEPS } });
  const explained = trace(rule.expression, { ...scope, budget: { left: MAX_STEPS } });
  const result = same(decided, explained.result)
    ? truth(decided)
    : failed("engine disagreement: the two evaluators of the rule differ");
  const holds = result.kind === "truth" && result.holds;
  return { result, trace: explained, path: holds ? undefined : decidingPath(explained) };
}

export function truth(result: Result): Decision["result"] {
  if (result.kind !== "value") return result;
  if (typeof result.value === "boolean") return { kind: "truth", holds: result.value };
  return failed("the rule came to neither true nor false");
}
