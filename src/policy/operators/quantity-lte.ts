import { defineOperator } from "../language/operator.ts";
import { failed } from "../language/result.ts";
import { QUANTITY } from "../language/types.ts";

export const quantityLte = defineOperator({
  name: "quantityLte",
  summary:
    "True when the first quantity is at most the second: shares (99.9%), times (24h), data (10GB), bare numbers. A quantity is never negative, has at most 18 decimals and no comma: write 9999 or 9.999.",
  examples: [
    [{ quantityLte: ["99.5%", { var: "it.a" }] }, { it: { a: "99.9%" } }, true],
    [{ quantityLte: [{ var: "it.a" }, "1GiB"] }, { it: { a: "1.1 GB" } }, false],
    [{ quantityLte: [{ var: "it.a" }, "PT24H"] }, { it: { a: "24h" } }, true],
    [{ quantityLte: [{ var: "it.a" }, 10] }, { it: {} }, "missing"],
    [{ quantityLte: [{ var: "it.a" }, "24h"] }, { it: { a: "99%" } }, "error"],
    [{ quantityLte: [{ var: "it.a" }, "24h"] }, { it: { a: "soon" } }, "error"],
    [{ quantityLte: [{ var: "it.a" }, "10GB"] }, { it: { a: "1,000GB" } }, "error"],
  ],
  arguments: [
    { name: "left", type: QUANTITY, polarity: "down" },
    { name: "right", type: QUANTITY, polarity: "up" },
  ],
  result: "boolean",
  apply: (left, right) =>
    left.dimension === right.dimension
      ? left.amount <= right.amount
      : failed(`quantityLte compares a ${left.dimension} with a ${right.dimension}`),
});
