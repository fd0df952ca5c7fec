import { defineOperator } from "../language/operator.ts";
import { TEXT } from "../language/types.ts";

export const endsWith = defineOperator({
  name: "endsWith",
  summary: "True when the text ends with the suffix, upper and lower case told apart.",
  examples: [
    [{ endsWith: [{ var: "it.a" }, "_id"] }, { it: { a: "track_id" } }, true],
    [{ endsWith: [{ var: "it.a" }, "_id"] }, { it: { a: "track_ID" } }, false],
    [{ endsWith: [{ var: "it.a" }, "_id"] }, { it: { a: null } }, "missing"],
    [{ endsWith: [{ var: "it.a" }, "_id"] }, { it: { a: ["_id"] } }, "error"],
  ],
  arguments: [
    { name: "text", type: TEXT },
    { name: "suffix", type: TEXT, filled: true },
  ],
  result: "boolean",
  apply: (text, suffix) => text.endsWith(suffix),
});
