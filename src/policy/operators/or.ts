import { defineForm } from "../language/operator.ts";
import { traceJunction } from "../language/junction.ts";
import { BOOLEAN } from "../language/types.ts";

export const or = defineForm({
  name: "or",
  summary: "True when at least one condition is true; stops at the first that is.",
  examples: [
    [{ or: [{ has: { var: "it.a" } }, { has: { var: "it.b" } }] }, { it: { b: 1 } }, true],
    [{ or: [{ has: { var: "it.a" } }, { has: { var: "it.b" } }] }, { it: {} }, false],
    [{ or: [{ has: { var: "it.a" } }, { eq: [{ var: "it.b" }, 1] }] }, { it: { a: 1 } }, true],
    [{ or: [{ eq: [{ var: "it.b" }, 1] }, { has: { var: "it.a" } }] }, { it: { a: 1 } }, "missing"],
    [{ or: [{ lt: [{ var: "it.a" }, 1] }, { has: { var: "it.a" } }] }, { it: { a: "0" } }, "error"],
  ],
  arity: { min: 1, max: Infinity },
  argument: () => ({ name: "condition", type: BOOLEAN, polarity: "up" }),
  result: () => "boolean",
  lower: (call, lowering) => ({ or: call.args.map(lowering) }),
  trace: (call, scope, tracer) => traceJunction(call, true, scope, tracer),
});
