import type { ExplainedStep, ReadFact } from "../../model/explanation.ts";
import type { Facts } from "../../model/facts.ts";
import type { Json, JsonPath } from "../../model/json.ts";
import { isList } from "../../model/json.ts";
import type { Location } from "../../model/location.ts";
import { placeOf } from "../fix/place.ts";
import type { Call, Expression, Trace } from "../language/operator.ts";
import { lookup } from "../language/scope.ts";
import { quote } from "../language/show.ts";
import type { Policy } from "../policy.ts";

/** What a trace is put into words with. */
export interface Ground {
  readonly policy: Pick<Policy, "params">;
  readonly facts: Facts;
  /** Where a part of the policy stands in its file. */
  readonly locate: (place: JsonPath, part: "key" | "value") => Location;
}

/** Of a list more elements are not shown, but for those that decided. */
const MAX_ITEMS = 3;

/** A trace as a tree of what was evaluated, what it came to, and what was not. */
export function stepOf(trace: Trace, ground: Ground, decides = true, role = ""): ExplainedStep {
  const { expression } = trace;
  switch (expression.kind) {
    case "literal":
      return { ...leaf(expression, ground, role), state: "value", value: written(expression.value), decides };
    case "read":
      return { ...leaf(expression, ground, role), ...readState(trace, ground), decides };
    case "call":
      return {
        ...leaf(expression, ground, role),
        ...resultState(trace),
        decides,
        steps: stepsOf(expression, trace, ground, decides),
      };
  }
}

function leaf(expression: Expression, { locate }: Ground, role: string): Omit<ExplainedStep, "state" | "decides"> {
  const { kind, place } = expression;
  return {
    kind,
    role,
    text: textOf(expression),
    location: locate(place, kind === "call" ? "key" : "value"),
    steps: [],
  };
}

function textOf(expression: Expression): string {
  switch (expression.kind) {
    case "literal":
      return written(expression.value);
    case "read":
      return pathText(expression.steps);
    case "call":
      return expression.operator.name;
  }
}

/** A value as people write it: texts in quotes, lists in brackets, both cut where they are long. */
export function written(value: Json): string {
  return isList(value) && value.length > 0 ? `[${quote(value)}]` : quote(value);
}

/** `it.members[0].name`; names with dots and other odd characters between quotes. */
export function pathText(steps: JsonPath): string {
  const parts = steps.map((step, index) => {
    if (typeof step === "number") return `[${step}]`;
    if (!/^[A-Za-z_$][\w$-]*$/.test(step)) return `[${quote(step)}]`;
    return index === 0 ? step : `.${step}`;
  });
  return parts.join("");
}

/** A read has the value of its fact, also where only its presence was asked for. */
function readState(trace: Trace, ground: Ground): Pick<ExplainedStep, "state" | "value" | "fact"> {
  const value = valueOf(trace, ground);
  const { path } = trace;
  const fact = path !== undefined && standsIn(path, ground.facts) ? { fact: ground.facts.locate(path) } : {};
  if (trace.result.kind === "error") return { state: "error", value: trace.result.reason, ...fact };
  return value === undefined ? { state: "missing", ...fact } : { state: "value", value: written(value), ...fact };
}

function valueOf({ expression, path, result }: Trace, { policy, facts }: Ground): Json | undefined {
  const steps = expression.kind === "read" ? expression.steps : [];
  if (steps[0] === "params") return lookup(policy.params, steps.slice(1));
  if (path !== undefined) return lookup(facts.value, path);
  return result.kind === "value" ? result.value : undefined;
}

/** Whether a fact is written in the descriptor: not worked out, of base, of the guild, or the day. */
function standsIn(path: JsonPath, { kind }: Facts): boolean {
  return path[0] === kind && path.length > 1 && "kind" in placeOf(path, { kind, lists: [] });
}

function resultState({ result }: Trace): Pick<ExplainedStep, "state" | "value"> {
  switch (result.kind) {
    case "value":
      return { state: "value", value: written(result.value) };
    case "missing":
      return { state: "missing", value: pathText(result.steps) };
    case "error":
      return { state: "error", value: result.reason };
  }
}

function stepsOf(call: Call, trace: Trace, ground: Ground, decides: boolean): readonly ExplainedStep[] {
  const { operator, args } = call;
  return args.flatMap((argument, index): readonly ExplainedStep[] => {
    const { form, fact } = operator.argument(index, args.length);
    const found = trace.steps.filter(({ expression }) => expression === argument);
    // What the engine adds says something only where it is what was missing.
    if (fact !== undefined && found.every(({ result }) => result.kind === "value")) return [];
    if (form === "condition") return itemsOf(argument, found, trace, ground, decides);
    const [step] = found;
    const role = operator.name === "if" ? branchRole(index, args.length) : "";
    return [
      step === undefined
        ? skipped(argument, ground, role)
        : stepOf(step, ground, decides && trace.deciding.includes(step), role),
    ];
  });
}

function branchRole(index: number, count: number): string {
  if (index === count - 1) return "else";
  return index % 2 === 0 ? "if" : "then";
}

/** The condition of a quantifier for those elements that decided, and a few others. */
function itemsOf(
  condition: Expression,
  steps: readonly Trace[],
  trace: Trace,
  ground: Ground,
  decides: boolean,
): readonly ExplainedStep[] {
  if (steps.length === 0) return [skipped(condition, ground, "each")];
  const isDeciding = (step: Trace): boolean => decides && trace.deciding.includes(step);
  const numbered = steps.map((step, index) => ({ step, role: `item ${index + 1}` }));
  const sorted = [...numbered].sort((one, other) => Number(isDeciding(other.step)) - Number(isDeciding(one.step)));
  const shown = new Set(sorted.slice(0, MAX_ITEMS));
  const rest = numbered.length - shown.size;
  const more: ExplainedStep = {
    kind: "more",
    role: "",
    text: `and ${rest} more`,
    state: "value",
    decides: false,
    location: ground.locate(condition.place, "value"),
    steps: [],
  };
  return [
    ...numbered.filter((one) => shown.has(one)).map(({ step, role }) => stepOf(step, ground, isDeciding(step), role)),
    ...(rest > 0 ? [more] : []),
  ];
}

function skipped(expression: Expression, ground: Ground, role: string): ExplainedStep {
  const steps = expression.kind === "call" ? expression.args.map((argument) => skipped(argument, ground, "")) : [];
  return { ...leaf(expression, ground, role), state: "skipped", decides: false, steps };
}

const MAX_FACTS = 5;

/** The facts and parameters that decided, each once, in the order of the rule. */
export function decidingFacts(root: ExplainedStep): readonly ReadFact[] {
  const facts = new Map<string, ReadFact>();
  const visit = ({ kind, decides, text, value, state, fact, steps }: ExplainedStep): void => {
    if (!decides) return;
    if (kind === "read" && state !== "skipped") {
      const key = JSON.stringify([text, fact?.line, fact?.column]);
      facts.set(key, { name: text, ...(value !== undefined && { value }), ...(fact && { location: fact }) });
    }
    steps.forEach(visit);
  };
  visit(root);
  return [...facts.values()].slice(0, MAX_FACTS);
}
