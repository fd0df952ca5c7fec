import { defineOperator } from "../language/operator.ts";
import { TEXT } from "../language/types.ts";

export const lower = defineOperator({
  name: "lower",
  summary: "The text in lower case, the same on every machine.",
  examples: [
    [{ lower: { var: "it.a" } }, { it: { a: "TBD" } }, "tbd"],
    [{ in: [{ lower: { var: "it.a" } }, ["tbd", "todo"]] }, { it: { a: "ToDo" } }, true],
    [{ lower: { var: "it.a" } }, { it: {} }, "missing"],
    [{ lower: [{ var: "it.a" }] }, { it: { a: 1 } }, "error"],
  ],
  arguments: [{ name: "text", type: TEXT }],
  result: "text",
  gives: { lowerCase: true },
  apply: (text) => text.toLowerCase(),
});
