import { defineOperator } from "../language/operator.ts";
import { NUMBER } from "../language/types.ts";

export const lt = defineOperator({
  name: "lt",
  aliases: ["<"],
  summary: "True when the first number is below the second.",
  examples: [
    [{ lt: [{ var: "it.a" }, 5] }, { it: { a: 4 } }, true],
    [{ "<": [{ var: "it.a" }, 5] }, { it: { a: 6 } }, false],
    [{ lt: [{ var: "it.a" }, 5] }, { it: { a: 5 } }, false],
    [{ lt: [{ var: "it.a" }, 0] }, { it: { a: null } }, "missing"],
    [{ lt: [{ var: "it.a" }, 5] }, { it: { a: "4" } }, "error"],
  ],
  arguments: [
    { name: "left", type: NUMBER, polarity: "down" },
    { name: "right", type: NUMBER, polarity: "up" },
  ],
  result: "boolean",
  apply: (left, right) => left < right,
});
