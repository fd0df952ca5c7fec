import { hasLetter } from "../../model/blank.ts";
import { defineOperator } from "../language/operator.ts";
import { TEXT } from "../language/types.ts";

export const words = defineOperator({
  name: "words",
  summary: "How many words a text has. Only what holds a letter or digit is a word.",
  examples: [
    [{ words: { var: "it.a" } }, { it: { a: "Plays per track and day" } }, 5],
    [{ words: { var: "it.a" } }, { it: { a: " - ... \n" } }, 0],
    [{ words: { var: "it.a" } }, { it: { a: "\u3164 \u115f\u1160" } }, 0],
    [{ gte: [{ words: { var: "it.a" } }, 3] }, { it: { a: "two words" } }, false],
    [{ words: { var: "it.a" } }, { it: {} }, "missing"],
    [{ words: { var: "it.a" } }, { it: { a: ["one"] } }, "error"],
  ],
  arguments: [{ name: "text", type: TEXT }],
  result: "number",
  apply: (text) => text.split(/\s+/).filter(hasLetter).length,
});
