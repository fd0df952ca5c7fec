import type { Call, Trace, Tracer } from "./operator.ts";
import { value } from "./result.ts";
import type { Scope } from "./scope.ts";

/** Evaluates conditions in order up to the first that is `stop`, which then is the result. */
export function traceJunction(call: Call, stop: boolean, scope: Scope, tracer: Tracer): Trace {
  const steps: Trace[] = [];
  for (const condition of call.args) {
    const step = tracer(condition, scope);
    steps.push(step);
    const { result } = step;
    if (result.kind !== "value" || result.value === stop) return { expression: call, result, steps, deciding: [step] };
  }
  return { expression: call, result: value(!stop), steps, deciding: steps };
}
