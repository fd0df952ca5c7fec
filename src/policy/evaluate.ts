import type { Facts } from "../model/facts.ts";
import type { JsonPath } from "../model/json.ts";
import { own } from "../model/json.ts";
import type { Decision, Rule } from "./decide.ts";
import { decide } from "./decide.ts";
import type { Scope } from "./language/scope.ts";
import { factPath } from "./language/scope.ts";
import { escapeInvisible } from "./language/show.ts";
import type { CaseOutcome, Policy, PolicyOutcome } from "./policy.ts";
import { misfits } from "./schema-body.ts";
import type { Element } from "./target.ts";
import { elementsOf, listName } from "./target.ts";
import { renderTemplate } from "./template.ts";

/** An outcome before it is put into words for its target. */
export interface Ruling {
  readonly outcome: CaseOutcome;
  /** The fact that decided, from the root of the facts; absent: the target. */
  readonly path?: JsonPath | undefined;
  /** What to say besides, or instead of, the policy's message. */
  readonly note?: string;
}

/**
 * Asks a policy about every target in the facts of a subject: one outcome each, passes and those that do not apply
 * included, in the order of the facts. A policy for another kind of subject has nothing to say. Never throws for what
 * the facts hold; a failure to evaluate is the outcome `error`.
 */
export function evaluatePolicy(policy: Policy, facts: Facts): readonly PolicyOutcome[] {
  return questionsOf(policy, facts).map((question) =>
    settle(policy, facts, question.element, answer(policy, facts, question)),
  );
}

/** What a policy is asked: about an element, about a list that has none, or nothing (`idle` says why). */
export interface Question {
  readonly kind: "element" | "empty" | "idle";
  readonly element: Element;
  readonly idle?: string;
}

/** What a policy is asked of a subject. Depends on its type and target alone. */
export function questionsOf(policy: Policy, facts: Facts): readonly Question[] {
  if (facts.kind !== policy.target.kind) return [];
  const subject: Element = { name: "", path: [facts.kind], value: own(facts.value, facts.kind) };
  const idle = whyNotAsked(policy, facts);
  if (idle !== undefined) return [{ kind: "idle", element: subject, idle }];
  const elements = elementsOf(policy.target, facts.value);
  if (elements.length === 0) return [{ kind: "empty", element: emptyList(policy, subject) }];
  return elements.map((element) => ({ kind: "element", element }));
}

/** Runs a rule; `path` is the fact that decided, where it is looked for. */
export type Decider = (rule: Rule, scope: Omit<Scope, "budget">) => Pick<Decision, "result" | "path">;

export function answer(policy: Policy, facts: Facts, question: Question, decider: Decider = decide): Ruling {
  switch (question.kind) {
    case "idle":
      return { outcome: "not-applicable", ...(question.idle !== undefined && { note: question.idle }) };
    case "empty":
      return emptyRuling(policy);
    case "element":
      return rule(policy, facts, question.element, decider);
  }
}

function whyNotAsked(policy: Policy, facts: Facts): string | undefined {
  if (policy.type === "change") {
    return own(facts.value, "change") === undefined ? "There is no base to compare with." : undefined;
  }
  return own(facts.value, facts.kind) === undefined ? `The ${facts.kind} is not there any more.` : undefined;
}

function emptyList({ target }: Policy, subject: Element): Element {
  return { name: listName(target), path: [...subject.path, ...(target.lists[0] ?? [])], value: undefined };
}

function emptyRuling({ onEmpty, target }: Policy): Ruling {
  const note = `There is nothing in ${target.kind}.${listName(target)}`;
  return { outcome: onEmpty, note: onEmpty === "fail" ? note : `${note}.` };
}

function rule(policy: Policy, facts: Facts, element: Element, decider: Decider): Ruling {
  if (element.fault !== undefined) return { outcome: "error", path: element.path, note: element.fault };
  const scope = scopeOf(policy, facts, element);
  const applies = policy.applies && decider(policy.applies, scope);
  if (applies?.result.kind === "error")
    return { outcome: "error", path: applies.path, note: `applies: ${applies.result.reason}` };
  if (applies?.result.kind === "truth" && !applies.result.holds) {
    return { outcome: "not-applicable", path: applies.path, note: "The policy does not apply to this." };
  }
  return policy.body.kind === "rule"
    ? rulingOf(policy, decider(policy.body.rule, scope))
    : schemaRuling(policy, policy.body.schema, element);
}

export function scopeOf(policy: Policy, facts: Facts, element: Element): Omit<Scope, "budget"> {
  return { facts: facts.value, params: policy.params, it: { value: element.value, path: element.path } };
}

function rulingOf(policy: Policy, { result, path }: ReturnType<Decider>): Ruling {
  switch (result.kind) {
    case "truth":
      return { outcome: result.holds ? "pass" : "fail", path };
    case "missing":
      return missing(policy, path ?? result.steps, result.steps);
    case "error":
      return { outcome: "error", path, note: result.reason };
  }
}

function missing(policy: Policy, path: JsonPath, steps: JsonPath): Ruling {
  const note = `${formatPath(path)} is not set`;
  if (policy.onMissing === "skip") return { outcome: "not-applicable", path, note: `${note}.` };
  const said = policy.message.some((part) => typeof part !== "string" && formatPath(part) === formatPath(steps));
  if (policy.onMissing === "fail" && said) return { outcome: "fail", path };
  return { outcome: policy.onMissing, path, note };
}

function schemaRuling(policy: Policy, schema: Parameters<typeof misfits>[0], { value, path }: Element): Ruling {
  if (value === undefined) return missing(policy, path, path);
  const found = misfits(schema, value);
  if ("kind" in found) return { outcome: "error", path, note: found.reason };
  const [first, ...others] = found;
  if (first === undefined) return { outcome: "pass" };
  const more = others.length === 0 ? "" : ` And ${others.length} more.`;
  return { outcome: "fail", path: [...path, ...first.path], note: `${first.message}${more}` };
}

function settle(policy: Policy, facts: Facts, element: Element, ruling: Ruling): PolicyOutcome {
  const { outcome } = ruling;
  const scope: Scope = { ...scopeOf(policy, facts, element), budget: { left: 0 } };
  return {
    target: element.name,
    outcome,
    message: messageOf(policy, scope, ruling),
    remedy: remedyOf(policy, scope, outcome),
    // Nearly all pass, and nobody asks where: that is worked out on demand.
    get location() {
      return facts.locate(pointedAt(policy, facts, { element }, ruling));
    },
  };
}

function messageOf(policy: Policy, scope: Scope, { outcome, note }: Ruling): string {
  switch (outcome) {
    case "pass":
      return "";
    case "not-applicable":
      return note ?? "";
    case "error":
      return `The policy ${policy.id} could not be evaluated: ${note ?? "no reason is known"}.`;
    case "fail": {
      const message = renderTemplate(policy.message, scope);
      return note === undefined ? message : `${message} (${note.replace(/\.$/, "")})`;
    }
  }
}

function remedyOf(policy: Policy, scope: Scope, outcome: CaseOutcome): string {
  if (outcome === "fail") return renderTemplate(policy.fix, scope);
  if (outcome !== "error") return "";
  return "Correct the value that the policy cannot work with, or the policy where the value is right.";
}

/** The fact that an outcome points at. A pass points at its target: what it read on the way is of no interest. */
export function pointedAt(
  policy: Policy,
  facts: Facts,
  { element }: Pick<Question, "element">,
  { outcome, path }: Ruling,
): JsonPath {
  if (outcome === "pass" || outcome === "not-applicable") return element.path;
  const scope: Scope = { ...scopeOf(policy, facts, element), budget: { left: 0 } };
  const chosen = outcome === "fail" && policy.at !== undefined ? factPath(scope, policy.at) : undefined;
  return chosen ?? path ?? element.path;
}

/** `product.outputPorts[0].contractId`. */
function formatPath(path: JsonPath): string {
  const text = path.map((step, index) => (typeof step === "number" ? `[${step}]` : index === 0 ? step : `.${step}`));
  return escapeInvisible(text.join(""));
}
