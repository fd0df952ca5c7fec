import type { Call, Trace, Tracer } from "../language/operator.ts";
import { defineForm, logic } from "../language/operator.ts";
import { argumentOf, pathOf } from "../language/presence.ts";
import type { Scope } from "../language/scope.ts";
import { factPath, present } from "../language/scope.ts";
import { ANY } from "../language/types.ts";

const FACT = { name: "fact", type: ANY, form: "read" } as const;
const FALLBACK = { name: "fallback", type: ANY, polarity: "up" } as const;

export const defaultTo = defineForm({
  name: "default",
  summary: "The fact, or the fallback when the fact is missing.",
  examples: [
    [{ default: [{ var: "it.a" }, "x"] }, { it: { a: "y" } }, "y"],
    [{ default: [{ var: "it.a" }, "x"] }, { it: { a: null } }, "x"],
    [{ default: [{ var: "it.a" }, { var: "it.b" }] }, { it: { b: 2 } }, 2],
    [{ default: [{ var: "it.a" }, { var: "it.b" }] }, { it: {} }, "missing"],
    [{ lt: [{ default: [{ var: "it.a" }, 0] }, 5] }, { it: { a: "1" } }, "error"],
  ],
  arity: { min: 2, max: 2 },
  argument: (index) => (index === 0 ? FACT : FALLBACK),
  result: () => "unknown",
  lower: (call, lowering) => ({
    if: [logic("present", [...pathOf(call)]), ...call.args.map(lowering)],
  }),
  trace,
});

function trace(call: Call, scope: Scope, tracer: Tracer): Trace {
  const found = present(scope, pathOf(call));
  if (found.kind === "value" && found.value === true) return passOn(call, tracer(argumentOf(call, 0), scope), []);
  const path = factPath(scope, pathOf(call));
  const absent: Trace = { expression: argumentOf(call, 0), result: found, steps: [], deciding: [], path };
  if (found.kind !== "value") return { expression: call, result: found, steps: [absent], deciding: [absent] };
  return passOn(call, tracer(argumentOf(call, 1), scope), [absent]);
}

/** A fallback written out in the rule stands nowhere in the facts: what is missing explains it. */
function passOn(call: Call, step: Trace, before: readonly Trace[]): Trace {
  const deciding = step.expression.kind === "literal" ? before : [step];
  return { expression: call, result: step.result, steps: [...before, step], deciding, path: step.path };
}
