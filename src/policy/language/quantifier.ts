import type { Json } from "../../model/json.ts";
import type { Argument, Call, Example, Lowering, Logic, Operator, Trace, Tracer } from "./operator.ts";
import { defineForm } from "./operator.ts";
import { value } from "./result.ts";
import type { Scope } from "./scope.ts";
import { elements } from "./scope.ts";
import { BOOLEAN, LIST } from "./types.ts";

interface Quantifier {
  readonly name: string;
  readonly summary: string;
  readonly examples: readonly Example[];
  /** The condition's value that ends the search, and what the quantifier is then; else it is the opposite. */
  readonly stop: boolean;
  readonly stopped: boolean;
  readonly lower: (list: Logic, condition: Logic) => Logic;
}

/** An operator that asks a condition of the elements of a list, in order, until the answer is certain. */
export function defineQuantifier(quantifier: Quantifier): Operator {
  const { name, summary, examples, stop, stopped, lower } = quantifier;
  // More elements can only end the search, and a condition that comes true ends it where true is what ends it.
  const list: Argument = { name: "list", type: LIST, filled: true, polarity: stopped ? "up" : "down" };
  const polarity = stop === stopped ? "up" : "down";
  const condition: Argument = { name: "condition", type: BOOLEAN, form: "condition", polarity };
  return defineForm({
    name,
    summary,
    examples,
    arity: { min: 2, max: 2 },
    argument: (index) => (index === 0 ? list : condition),
    result: () => "boolean",
    lower: (call, lowering) => lowerWith(call, lowering, lower),
    trace: (call, scope, tracer) => traceElements(quantifier, call, scope, tracer),
  });
}

function lowerWith(call: Call, lowering: Lowering, lower: Quantifier["lower"]): Logic {
  const [list = null, condition = null] = call.args.map(lowering);
  return lower({ "meshgate:scopes": [list] }, condition);
}

function traceElements(quantifier: Quantifier, call: Call, scope: Scope, tracer: Tracer): Trace {
  const [listArgument, condition] = call.args;
  if (listArgument === undefined || condition === undefined) throw new Error("a checked quantifier has two arguments");
  const list = tracer(listArgument, scope);
  if (list.result.kind !== "value") return { expression: call, result: list.result, steps: [list], deciding: [list] };
  const items = elements(scope, list.result.value);
  if ("kind" in items) return { expression: call, result: items, steps: [list], deciding: [list] };
  const steps: Trace[] = [];
  for (const [index, item] of items.entries()) {
    const step = tracer(condition, { ...scope, item: { value: item, path: list.path && [...list.path, index] } });
    steps.push(step);
    const { result } = step;
    if (result.kind !== "value") return { expression: call, result, steps: [list, ...steps], deciding: [step] };
    if (result.value === quantifier.stop) return decided(call, quantifier.stopped, [list, ...steps], [step]);
  }
  return decided(call, !quantifier.stopped, [list, ...steps], steps.length === 0 ? [list] : steps);
}

function decided(call: Call, content: Json, steps: readonly Trace[], deciding: readonly Trace[]): Trace {
  return { expression: call, result: value(content), steps, deciding };
}
