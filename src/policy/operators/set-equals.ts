import { defineOperator } from "../language/operator.ts";
import { SCALARS } from "../language/types.ts";

export const setEquals = defineOperator({
  name: "setEquals",
  summary: "True when the two lists hold the same elements, in whatever order and however often.",
  examples: [
    [{ setEquals: [{ var: "it.a" }, ["x", "y"]] }, { it: { a: ["y", "x", "y"] } }, true],
    [{ setEquals: [{ var: "it.a" }, ["x", "y"]] }, { it: { a: ["x"] } }, false],
    [{ setEquals: [{ var: "it.a" }, ["x", "y"]] }, { it: { a: ["x", "y", "z"] } }, false],
    [{ setEquals: [{ var: "it.a" }, { var: "it.b" }] }, { it: { a: [], b: [] } }, true],
    [{ setEquals: [{ var: "it.a" }, ["x"]] }, { it: {} }, "missing"],
    [{ setEquals: [{ var: "it.a" }, ["x"]] }, { it: { a: "x" } }, "error"],
  ],
  arguments: [
    { name: "left", type: SCALARS },
    { name: "right", type: SCALARS },
  ],
  result: "boolean",
  cost: (left, right) => (left.length + right.length) / 10,
  apply(left, right) {
    const [one, other] = [new Set(left), new Set(right)];
    return one.size === other.size && [...one].every((item) => other.has(item));
  },
});
