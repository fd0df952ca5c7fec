import { differ, equal } from "../language/equality.ts";
import { defineOperator } from "../language/operator.ts";
import { SCALAR } from "../language/types.ts";

export const eq = defineOperator({
  name: "eq",
  aliases: ["==="],
  summary: "True when two texts, numbers or booleans are the same. Different types are an error, never converted.",
  examples: [
    [{ eq: [{ var: "it.a" }, "x"] }, { it: { a: "x" } }, true],
    [{ "===": [{ var: "it.a" }, "x"] }, { it: { a: "X" } }, false],
    [{ eq: [{ var: "it.a" }, ""] }, { it: { a: null } }, "missing"],
    [{ eq: [{ var: "it.a" }, 1] }, { it: { a: "1" } }, "error"],
    [{ eq: [{ var: "it.a" }, 1] }, { it: { a: [1] } }, "error"],
  ],
  arguments: [
    { name: "left", type: SCALAR },
    { name: "right", type: SCALAR },
  ],
  result: "boolean",
  conflict: differ,
  apply: (left, right) => equal("eq", left, right),
});
