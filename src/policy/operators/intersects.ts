import { defineOperator } from "../language/operator.ts";
import { SCALARS } from "../language/types.ts";

export const intersects = defineOperator({
  name: "intersects",
  summary: "True when the two lists have an element in common.",
  examples: [
    [{ intersects: [{ var: "it.a" }, ["x", "y"]] }, { it: { a: ["z", "y"] } }, true],
    [{ intersects: [{ var: "it.a" }, ["x", "y"]] }, { it: { a: ["z"] } }, false],
    [{ intersects: [{ var: "it.a" }, ["x", "y"]] }, { it: { a: [] } }, false],
    [{ intersects: [{ var: "it.a" }, ["x", "y"]] }, { it: {} }, "missing"],
    [{ intersects: [{ var: "it.a" }, ["x", "y"]] }, { it: { a: "x" } }, "error"],
  ],
  arguments: [
    { name: "left", type: SCALARS, filled: true, polarity: "up" },
    { name: "right", type: SCALARS, filled: true, polarity: "up" },
  ],
  result: "boolean",
  cost: (left, right) => (left.length + right.length) / 10,
  apply(left, right) {
    const known = new Set(right);
    return left.some((item) => known.has(item));
  },
});
