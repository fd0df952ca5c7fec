import { defineOperator } from "../language/operator.ts";
import { BOOLEAN } from "../language/types.ts";

export const not = defineOperator({
  name: "not",
  aliases: ["!"],
  summary: "True when the condition is false. Missing data stays missing: it does not pass by negation.",
  examples: [
    [{ not: { eq: [{ var: "it.a" }, 1] } }, { it: { a: 2 } }, true],
    [{ not: [{ eq: [{ var: "it.a" }, 1] }] }, { it: { a: 1 } }, false],
    [{ "!": [{ lt: [{ var: "it.a" }, 5] }] }, { it: {} }, "missing"],
    [{ not: { lt: [{ var: "it.a" }, 5] } }, { it: { a: "9" } }, "error"],
  ],
  arguments: [{ name: "condition", type: BOOLEAN, polarity: "down" }],
  result: "boolean",
  apply: (condition) => !condition,
});
