import { defineOperator } from "../language/operator.ts";
import { NUMBER } from "../language/types.ts";

export const gt = defineOperator({
  name: "gt",
  aliases: [">"],
  summary: "True when the first number is above the second.",
  examples: [
    [{ gt: [{ var: "it.a" }, 5] }, { it: { a: 6 } }, true],
    [{ ">": [{ var: "it.a" }, 5] }, { it: { a: 4 } }, false],
    [{ gt: [{ var: "it.a" }, 5] }, { it: { a: 5 } }, false],
    [{ gt: [{ var: "it.a" }, 0] }, { it: { a: null } }, "missing"],
    [{ gt: [{ var: "it.a" }, 5] }, { it: { a: "4" } }, "error"],
  ],
  arguments: [
    { name: "left", type: NUMBER, polarity: "up" },
    { name: "right", type: NUMBER, polarity: "down" },
  ],
  result: "boolean",
  apply: (left, right) => left > right,
});
