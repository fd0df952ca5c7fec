import { defineOperator } from "../language/operator.ts";
import { LIST } from "../language/types.ts";

export const count = defineOperator({
  name: "count",
  summary: "How many elements a list has.",
  examples: [
    [{ count: { var: "it.a" } }, { it: { a: [{ b: 1 }, null] } }, 2],
    [{ count: [{ var: "it.a" }] }, { it: { a: [] } }, 0],
    [{ gte: [{ count: { var: "it.a" } }, 2] }, { it: { a: ["x"] } }, false],
    [{ count: { var: "it.a" } }, { it: {} }, "missing"],
    [{ count: { var: "it.a" } }, { it: { a: "text" } }, "error"],
  ],
  arguments: [{ name: "list", type: LIST, polarity: "up" }],
  result: "number",
  apply: (list) => list.length,
});
