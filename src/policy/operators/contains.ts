import { defineOperator } from "../language/operator.ts";
import { TEXT } from "../language/types.ts";

export const contains = defineOperator({
  name: "contains",
  summary: "True when the text contains the part, upper and lower case told apart. For lists use `in`.",
  examples: [
    [{ contains: [{ var: "it.a" }, "play"] }, { it: { a: "display" } }, true],
    [{ contains: [{ var: "it.a" }, "play"] }, { it: { a: "dis-lay" } }, false],
    [{ contains: [{ var: "it.a" }, "play"] }, { it: { a: null } }, "missing"],
    [{ contains: [{ var: "it.a" }, "play"] }, { it: { a: ["play"] } }, "error"],
  ],
  arguments: [
    { name: "text", type: TEXT },
    { name: "part", type: TEXT, filled: true },
  ],
  result: "boolean",
  apply: (text, part) => text.includes(part),
});
