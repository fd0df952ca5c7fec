import type { Call, Trace, Tracer } from "../language/operator.ts";
import { defineForm } from "../language/operator.ts";
import type { Scope } from "../language/scope.ts";
import type { StaticType } from "../language/types.ts";
import { ANY, BOOLEAN } from "../language/types.ts";

const CONDITION = { name: "condition", type: BOOLEAN } as const;
const BRANCH = { name: "branch", type: ANY, polarity: "up" } as const;

export const ifThenElse = defineForm({
  name: "if",
  summary: "The branch after the first condition that is true, else the last: [condition, then, …, else].",
  examples: [
    [{ if: [{ has: { var: "it.a" } }, { var: "it.a" }, 0] }, { it: { a: 1 } }, 1],
    [{ if: [{ has: { var: "it.a" } }, { var: "it.a" }, 0] }, { it: {} }, 0],
    [{ if: [{ has: { var: "it.a" } }, 1, { has: { var: "it.b" } }, 2, 3] }, { it: { b: 0 } }, 2],
    [{ if: [{ eq: [{ var: "it.a" }, 1] }, 1, 2] }, { it: {} }, "missing"],
    [{ if: [{ lt: [{ var: "it.a" }, 1] }, 1, 2] }, { it: { a: "0" } }, "error"],
  ],
  arity: { min: 3, max: Infinity, step: 2 },
  argument: (index, count) => (isCondition(index, count) ? CONDITION : BRANCH),
  result: (types) => common(types.filter((_, index) => !isCondition(index, types.length))),
  lower: (call, lowering) => ({ if: call.args.map(lowering) }),
  trace,
});

function isCondition(index: number, count: number): boolean {
  return index % 2 === 0 && index < count - 1;
}

function common(types: readonly StaticType[]): StaticType {
  const [first = "unknown"] = types;
  return types.every((type) => type === first) ? first : "unknown";
}

function trace(call: Call, scope: Scope, tracer: Tracer): Trace {
  const steps: Trace[] = [];
  for (const [index, argument] of call.args.entries()) {
    const previous = steps.at(-1);
    if (index % 2 === 1 && !isTrue(previous)) continue;
    const step = tracer(argument, scope);
    steps.push(step);
    const { result } = step;
    if (result.kind !== "value") return { expression: call, result, steps, deciding: [step] };
    if (isCondition(index, call.args.length)) continue;
    // A branch written out in the rule explains nothing: what chose it does.
    const deciding = step.expression.kind === "literal" ? steps.slice(0, -1) : [step];
    return { expression: call, result, steps, deciding, path: step.path };
  }
  throw new Error("a checked `if` has an else branch");
}

function isTrue(step: Trace | undefined): boolean {
  return step?.result.kind === "value" && step.result.value === true;
}
