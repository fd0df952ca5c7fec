import { once } from "../../model/once.ts";
import { defineOperator } from "../language/operator.ts";
import { TEXT } from "../language/types.ts";
import type { Pattern } from "../values/pattern.ts";
import { compilePattern } from "../values/pattern.ts";

const OUTSIDE = String.raw`[^\p{L}\p{N}]*`;

/** They hold the place of a text where they stand alone, or before a colon or a dash. */
const MARKS = [
  String.raw`to[ _-]?do`,
  "tbd",
  "tba",
  "tbc",
  "fixme",
  "wip",
  "x{3,}",
  "n/?a",
  "change[ _-]?me",
  "placeholder( text| description)?",
  "coming soon",
  "work in progress",
  "under construction",
  "(yet )?to be (added|announced|completed|confirmed|decided|defined|described|determined|done|filled in|provided|written)( later| soon)?",
  "not (yet )?(defined|described|documented)( yet)?",
];

/** What they hold the place of: `add a description here`, `your text here`. */
const THING = "(content|definition|description|explanation|purpose|reason|something|text|value)";

/** They hold the place of a text only where they stand alone: `bar: a unit of pressure` is a text. */
const ALONE = [
  "xx|foo|bar|baz|asdf|qwerty",
  "description|text",
  `no description( yet)?( available)?`,
  `(add|enter|insert|provide|put|write) ((a|an|some|the|your) )?((brief|short) )?(${THING}( here)?|here)`,
  `(your )?${THING} (goes )?here`,
  `your ${THING}`,
];

const forms = once(() =>
  [
    `(?i)^${OUTSIDE}(${[...MARKS, ...ALONE].join("|")})?${OUTSIDE}$`,
    String.raw`(?i)^${OUTSIDE}(${MARKS.join("|")})(\s*:|\s+[-–—])`,
    String.raw`(?i)^${OUTSIDE}(lorem ipsum|describe (this|here))([^\p{L}\p{N}]|$)`,
    String.raw`(?i)^\s*description (of|for)(\s+\S+){0,3}\s*$`,
    String.raw`^\s*(<[\p{L}\p{N} ._-]+>|\{\{[^{}]+\}\}|\$\{[^{}]+\})\s*$`,
    String.raw`^${OUTSIDE}(TODO|TBA|(?i:tbd|fixme))[\s.,;!?()]`,
  ].map(pattern),
);

/** A TODO list is a thing that data may be about. */
const things = once(() =>
  pattern(
    String.raw`^${OUTSIDE}(TODO|FIXME)\s+(apps?|comments?|entry|entries|items?|lists?|markers?|marks?|notes?|tags?|tasks?)\b`,
  ),
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
    "True when the text is nothing but a [placeholder](#placeholders), or begins with one and a colon, or is blank.",
  examples: [
    [{ placeholder: { var: "it.a" } }, { it: { a: "TODO: say who reads this" } }, true],
    [{ placeholder: { var: "it.a" } }, { it: { a: "TBD with the label" } }, true],
    [{ placeholder: { var: "it.a" } }, { it: { a: "To be defined" } }, true],
    [{ placeholder: { var: "it.a" } }, { it: { a: "<description>" } }, true],
    [{ placeholder: { var: "it.a" } }, { it: { a: "Description of plays" } }, true],
    [{ placeholder: [{ var: "it.a" }] }, { it: { a: " - n/a - " } }, true],
    [{ placeholder: { var: "it.a" } }, { it: { a: "Plays per day (countries TBD)" } }, false],
    [{ placeholder: { var: "it.a" } }, { it: { a: "TODO items that are closed per day" } }, false],
    [{ placeholder: { var: "it.a" } }, { it: { a: "What listeners have on their todo lists" } }, false],
    [{ placeholder: { var: "it.a" } }, { it: { a: "Description of each start of a track by a listener" } }, false],
    [{ placeholder: { var: "it.a" } }, { it: {} }, "missing"],
    [{ placeholder: { var: "it.a" } }, { it: { a: ["TODO"] } }, "error"],
  ],
  arguments: [{ name: "text", type: TEXT }],
  result: "boolean",
  cost: (text) => text.length / 10,
  apply: (text) => forms().some((form) => form.finds(text)) && !things().finds(text),
});
