import { defineOperator } from "../language/operator.ts";
import { SCALARS } from "../language/types.ts";

export const unique = defineOperator({
  name: "unique",
  summary: "True when no element of the list occurs twice.",
  examples: [
    [{ unique: { var: "it.a" } }, { it: { a: ["x", "X", 1, "1"] } }, true],
    [{ unique: { var: "it.a" } }, { it: { a: ["x", "y", "x"] } }, false],
    [{ unique: [{ var: "it.a" }] }, { it: { a: [] } }, true],
    [{ unique: { var: "it.a" } }, { it: {} }, "missing"],
    [{ unique: { var: "it.a" } }, { it: { a: [{ name: "x" }] } }, "error"],
  ],
  arguments: [{ name: "list", type: SCALARS, polarity: "down" }],
  result: "boolean",
  cost: (list) => list.length / 10,
  apply: (list) => new Set(list).size === list.length,
});
