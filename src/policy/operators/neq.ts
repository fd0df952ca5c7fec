import { differ, equal } from "../language/equality.ts";
import { defineOperator } from "../language/operator.ts";
import { SCALAR } from "../language/types.ts";

export const neq = defineOperator({
  name: "neq",
  aliases: ["!=="],
  summary: "True when two texts, numbers or booleans differ. Different types are an error, never converted.",
  examples: [
    [{ neq: [{ var: "it.a" }, "x"] }, { it: { a: "y" } }, true],
    [{ "!==": [{ var: "it.a" }, "x"] }, { it: { a: "x" } }, false],
    [{ neq: [{ var: "it.a" }, "x"] }, { it: {} }, "missing"],
    [{ neq: [{ var: "it.a" }, true] }, { it: { a: "true" } }, "error"],
  ],
  arguments: [
    { name: "left", type: SCALAR },
    { name: "right", type: SCALAR },
  ],
  result: "boolean",
  conflict: differ,
  apply(left, right) {
    const same = equal("neq", left, right);
    return typeof same === "boolean" ? !same : same;
  },
});
