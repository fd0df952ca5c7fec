import { expect, it } from "vitest";
import type { Json } from "../../src/model/json.ts";
import { checkExpression } from "../../src/policy/language/check.ts";
import { MAX_STEPS } from "../../src/policy/language/scope.ts";
import { lower, run } from "../../src/policy/logic.ts";
import { openRoots } from "../support/fact-trees.ts";

const { expression } = checkExpression({ placeholder: { var: "it" } }, [], { roots: openRoots("it"), params: {} });

function isPlaceholder(value: string): Json {
  if (expression === undefined) throw new Error("the expression is refused");
  const result = run(lower(expression), {
    facts: { it: value },
    params: {},
    it: { value, path: ["it"] },
    budget: { left: MAX_STEPS },
  });
  return result.kind === "value" ? result.value : result.kind;
}

it.each([
  "",
  " \n ",
  "...",
  "?",
  "TODO",
  "todo.",
  "[TODO]",
  "<!-- TODO -->",
  "To do",
  "to-do: describe",
  "ToDo: describe",
  "TODO describe",
  "TODO(ada): describe",
  "- TODO, ask the label",
  "todo - ask the label",
  "TBD",
  "tbd how we delete it",
  "TBA with the release",
  "TBC",
  "tbc: ask the label",
  "FIXME this is wrong",
  "WIP",
  "wip: plays",
  "XXX",
  "xx",
  "xxxxx",
  "N/A",
  "na",
  "foo",
  "Coming soon",
  "Coming soon!",
  "coming soon: the purpose",
  "Work in progress",
  "to be defined",
  "To be defined later.",
  "yet to be written",
  "To be determined: ask the label",
  "Not yet documented",
  "Change me",
  "changeme",
  "Placeholder",
  "placeholder text",
  "Lorem ipsum dolor sit amet",
  "Describe here what it is for",
  "Description",
  "Description of plays",
  "Description here",
  "No description yet",
  "Add description here",
  "Add a short description",
  "Insert text here.",
  "your description here",
  "Your purpose",
  "<description>",
  "<what it is for>",
  "{{ purpose }}",
  "${description}",
])("%j holds the place of a text", (text) => {
  expect(isPlaceholder(text)).toBe(true);
});

it.each([
  "Number of TODO items closed per day",
  "TODO items closed per day",
  "TODO-list of each listener",
  "FIXME comments per repository",
  "ToDo-App usage events",
  "To do lists of listeners",
  "todo lists of listeners",
  "Todo lo que pagan las regalías",
  "Deleted by listener_id within the TODO-list job every night",
  "Plays per day (countries TBD)",
  "The id is replaced by a placeholder",
  "Placeholder tracks that tests play",
  "WIP limits of each board",
  "TBC patients per region",
  "Bar: unit of pressure",
  "Foot length",
  "Name",
  "NAD+ level in blood",
  "Description of each start of a track by a listener",
  "Tracks that are to be defined by the label",
  "Coming soon releases per label",
  "Add-on products per listener",
  "Text of the song",
  "<https://docs.daff.example/plays>",
  "Plays of <track> by {{listener}}",
  "港の灯",
])("%j is a text", (text) => {
  expect(isPlaceholder(text)).toBe(false);
});
