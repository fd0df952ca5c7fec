import { defineOperator } from "../language/operator.ts";
import { SCALARS } from "../language/types.ts";

export const disjoint = defineOperator({
  name: "disjoint",
  summary: "True when the two lists have no element in common.",
  examples: [
    [{ disjoint: [{ var: "it.a" }, ["x", "y"]] }, { it: { a: ["z"] } }, true],
    [{ disjoint: [{ var: "it.a" }, ["x", "y"]] }, { it: { a: ["z", "y"] } }, false],
    [{ disjoint: [{ var: "it.a" }, ["x", "y"]] }, { it: { a: [] } }, true],
    [{ disjoint: [{ var: "it.a" }, ["x", "y"]] }, { it: {} }, "missing"],
    [{ disjoint: [{ var: "it.a" }, ["x", "y"]] }, { it: { a: "x" } }, "error"],
  ],
  arguments: [
    { name: "left", type: SCALARS, filled: true, polarity: "down" },
    { name: "right", type: SCALARS, filled: true, polarity: "down" },
  ],
  result: "boolean",
  cost: (left, right) => (left.length + right.length) / 10,
  apply(left, right) {
    const known = new Set(right);
    return !left.some((item) => known.has(item));
  },
});
