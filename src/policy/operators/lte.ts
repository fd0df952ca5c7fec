import { defineOperator } from "../language/operator.ts";
import { NUMBER } from "../language/types.ts";

export const lte = defineOperator({
  name: "lte",
  aliases: ["<="],
  summary: "True when the first number is at most the second.",
  examples: [
    [{ lte: [{ var: "it.a" }, 5] }, { it: { a: 4 } }, true],
    [{ "<=": [{ var: "it.a" }, 5] }, { it: { a: 6 } }, false],
    [{ lte: [{ var: "it.a" }, 5] }, { it: { a: 5 } }, true],
    [{ lte: [{ var: "it.a" }, 0] }, { it: { a: null } }, "missing"],
    [{ lte: [{ var: "it.a" }, 5] }, { it: { a: "4" } }, "error"],
  ],
  arguments: [
    { name: "left", type: NUMBER, polarity: "down" },
    { name: "right", type: NUMBER, polarity: "up" },
  ],
  result: "boolean",
  apply: (left, right) => left <= right,
});
