import { defineOperator } from "../language/operator.ts";
import { NUMBER } from "../language/types.ts";

export const gte = defineOperator({
  name: "gte",
  aliases: [">="],
  summary: "True when the first number is at least the second.",
  examples: [
    [{ gte: [{ var: "it.a" }, 5] }, { it: { a: 6 } }, true],
    [{ ">=": [{ var: "it.a" }, 5] }, { it: { a: 4 } }, false],
    [{ gte: [{ var: "it.a" }, 5] }, { it: { a: 5 } }, true],
    [{ gte: [{ var: "it.a" }, 0] }, { it: { a: null } }, "missing"],
    [{ gte: [{ var: "it.a" }, 5] }, { it: { a: "4" } }, "error"],
  ],
  arguments: [
    { name: "left", type: NUMBER, polarity: "up" },
    { name: "right", type: NUMBER, polarity: "down" },
  ],
  result: "boolean",
  apply: (left, right) => left >= right,
});
