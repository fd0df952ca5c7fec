import { once } from "../../model/once.ts";
import { defineOperator } from "../language/operator.ts";
import { TEXT } from "../language/types.ts";
import type { Pattern } from "../values/pattern.ts";
import { compilePattern } from "../values/pattern.ts";

const OUTSIDE = String.raw`[^\p{L}\p{N}]`;

/** Marks of unfinished work: in capitals anywhere, in any case where the text starts with one or is nothing else. */
const forms = once(() =>
  [
    `(^|${OUTSIDE})(TODO|TBD|TBA|FIXME)($|${OUTSIDE})`,
    `(?i)^${OUTSIDE}*(todo|tbd|tba|fixme)\\s*[:-]`,
    `(?i)^${OUTSIDE}*(changeme|change me|placeholder|lorem ipsum|describe (this|here))(${OUTSIDE}|$)`,
    String.raw`(?i)^\s*description (of|for)(\s+\S+){0,3}\s*$`,
    `(?i)^${OUTSIDE}*(todo|tbd|tba|fixme|n/?a|x{2,}|foo|bar|baz|asdf|qwerty)?${OUTSIDE}*$`,
  ].map(pattern),
);

/** RE2, so that no text takes long. */
function pattern(source: string): Pattern {
  const compiled = compilePattern(source);
  if (typeof compiled === "string") throw new Error(`${source}: ${compiled}`);
  return compiled;
}

export const placeholder = defineOperator({
  name: "placeholder",
  summary:
    "True when the text only holds the place of one: `TODO: say why`, `tbd`, `description of x`, `lorem ipsum`, `...`, or nothing.",
  examples: [
    [{ placeholder: { var: "it.a" } }, { it: { a: "TODO: say who reads this" } }, true],
    [{ placeholder: { var: "it.a" } }, { it: { a: "Plays per day (countries TBD)" } }, true],
    [{ placeholder: { var: "it.a" } }, { it: { a: "Description of plays" } }, true],
    [{ placeholder: [{ var: "it.a" }] }, { it: { a: " - n/a - " } }, true],
    [{ placeholder: { var: "it.a" } }, { it: { a: "What listeners have on their todo lists" } }, false],
    [{ placeholder: { var: "it.a" } }, { it: { a: "Description of each start of a track by a listener" } }, false],
    [{ placeholder: { var: "it.a" } }, { it: {} }, "missing"],
    [{ placeholder: { var: "it.a" } }, { it: { a: ["TODO"] } }, "error"],
  ],
  arguments: [{ name: "text", type: TEXT }],
  result: "boolean",
  cost: (text) => text.length / 10,
  apply: (text) => forms().some((form) => form.finds(text)),
});
