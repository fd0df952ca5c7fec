import { defineOperator } from "../language/operator.ts";
import { PATTERN, TEXT } from "../language/types.ts";

/** Pattern instructions times characters that count as one step. */
const WORK_PER_STEP = 100;

export const matches = defineOperator({
  name: "matches",
  summary: "True when the whole text matches the RE2 pattern, which is written out in the rule.",
  examples: [
    [{ matches: [{ var: "it.a" }, "[a-z]+(_[a-z]+)*"] }, { it: { a: "play_count" } }, true],
    [{ matches: [{ var: "it.a" }, "[a-z]+"] }, { it: { a: "Play" } }, false],
    [{ matches: [{ var: "it.a" }, "[a-z]+"] }, { it: { a: "play\n" } }, false],
    [{ matches: [{ var: "it.a" }, ".*"] }, { it: {} }, "missing"],
    [{ matches: [{ var: "it.a" }, "[0-9]+"] }, { it: { a: 12 } }, "error"],
  ],
  arguments: [
    { name: "text", type: TEXT },
    { name: "pattern", type: PATTERN, form: "literal" },
  ],
  result: "boolean",
  cost: (text, pattern) => (text.length * pattern.size) / WORK_PER_STEP,
  apply: (text, pattern) => pattern.matches(text),
});
