import type { JsonPath } from "../../model/json.ts";
import type { Argument, Call, Expression, Operator, Trace } from "./operator.ts";
import { defineForm, logic } from "./operator.ts";
import type { Example } from "./operator.ts";
import type { Result } from "./result.ts";
import type { Scope } from "./scope.ts";
import { factPath } from "./scope.ts";
import { ANY } from "./types.ts";

interface Presence {
  readonly name: string;
  readonly summary: string;
  readonly examples: readonly Example[];
  readonly ofChange?: true;
  /** Name of the primitive that both engines use. */
  readonly primitive: string;
  readonly probe: (scope: Scope, path: JsonPath) => Result;
}

/** An operator that asks about a path, so that missing data is an answer to it. */
export function definePresence({ primitive, probe, ...described }: Presence): Operator {
  const argument: Argument = { name: "fact", type: ANY, form: described.ofChange ? "subject" : "read" };
  return defineForm({
    ...described,
    arity: { min: 1, max: 1 },
    argument: () => argument,
    result: () => "boolean",
    lower: (call) => logic(primitive, [...pathOf(call)]),
    trace(call, scope) {
      const result = probe(scope, pathOf(call));
      const path = factPath(scope, pathOf(call));
      const step: Trace = { expression: argumentOf(call, 0), result, steps: [], deciding: [], path };
      return { expression: call, result, steps: [step], deciding: [step] };
    },
  });
}

/** The path of a call's first argument, which the checker has made sure is a read. */
export function pathOf(call: Call): JsonPath {
  const read = argumentOf(call, 0);
  if (read.kind !== "read") throw new Error("a checked presence operator has a read");
  return read.steps;
}

/** The argument at `index`, which the checker has made sure is there. */
export function argumentOf(call: Call, index: number): Expression {
  const argument = call.args[index];
  if (argument === undefined) throw new Error("a checked call has all its arguments");
  return argument;
}
