import { defineForm } from "../language/operator.ts";
import { traceJunction } from "../language/junction.ts";
import { BOOLEAN } from "../language/types.ts";

export const and = defineForm({
  name: "and",
  summary: "True when every condition is true; stops at the first that is false.",
  examples: [
    [{ and: [{ has: { var: "it.a" } }, { eq: [{ var: "it.a" }, 1] }] }, { it: { a: 1 } }, true],
    [{ and: [{ has: { var: "it.a" } }, { eq: [{ var: "it.a" }, 1] }] }, { it: {} }, false],
    [{ and: [{ eq: [{ var: "it.b" }, 1] }, { has: { var: "it.a" } }] }, { it: { a: 1 } }, "missing"],
    [{ and: [{ has: { var: "it.a" } }, { lt: [{ var: "it.a" }, 1] }] }, { it: { a: "0" } }, "error"],
  ],
  arity: { min: 1, max: Infinity },
  argument: () => ({ name: "condition", type: BOOLEAN, polarity: "up" }),
  result: () => "boolean",
  lower: (call, lowering) => ({ and: call.args.map(lowering) }),
  trace: (call, scope, tracer) => traceJunction(call, false, scope, tracer),
});
