import { defineOperator } from "../language/operator.ts";
import { TEXT } from "../language/types.ts";

export const startsWith = defineOperator({
  name: "startsWith",
  summary: "True when the text starts with the prefix, upper and lower case told apart.",
  examples: [
    [{ startsWith: [{ var: "it.a" }, "raw_"] }, { it: { a: "raw_plays" } }, true],
    [{ startsWith: [{ var: "it.a" }, "raw_"] }, { it: { a: "Raw_plays" } }, false],
    [{ startsWith: [{ var: "it.a" }, "raw_"] }, { it: { a: null } }, "missing"],
    [{ startsWith: [{ var: "it.a" }, "raw_"] }, { it: { a: ["raw_"] } }, "error"],
  ],
  arguments: [
    { name: "text", type: TEXT },
    { name: "prefix", type: TEXT, filled: true },
  ],
  result: "boolean",
  apply: (text, prefix) => text.startsWith(prefix),
});
