import { defineOperator } from "../language/operator.ts";
import { SCALARS } from "../language/types.ts";

export const subset = defineOperator({
  name: "subset",
  summary: "True when every element of the first list is in the second.",
  examples: [
    [{ subset: [{ var: "it.a" }, ["x", "y"]] }, { it: { a: ["y"] } }, true],
    [{ subset: [{ var: "it.a" }, ["x", "y"]] }, { it: { a: ["y", "z"] } }, false],
    [{ subset: [{ var: "it.a" }, ["x", "y"]] }, { it: { a: [] } }, true],
    [{ subset: [{ var: "it.a" }, ["x", "y"]] }, { it: {} }, "missing"],
    [{ subset: [{ var: "it.a" }, ["x", "y"]] }, { it: { a: "x" } }, "error"],
  ],
  arguments: [
    { name: "left", type: SCALARS, filled: true, polarity: "down" },
    { name: "right", type: SCALARS, polarity: "up" },
  ],
  result: "boolean",
  cost: (left, right) => (left.length + right.length) / 10,
  apply(left, right) {
    const known = new Set(right);
    return left.every((item) => known.has(item));
  },
});
