import type { ExampleChange, PolicyExample } from "../../model/policy-docs.ts";
import { code, codeBlock, md } from "../escape/markdown.ts";
import { shown } from "./words.ts";

const OUTCOMES = [
  ["pass", "Passes"],
  ["fail", "Fails"],
  ["not-applicable", "Does not apply"],
  ["error", "Cannot be judged"],
] as const satisfies readonly (readonly [PolicyExample["expect"], string])[];

/** The tests of a policy by what is expected, each with what is done to the fixture. */
export function examplesBy(examples: readonly PolicyExample[]): readonly string[] {
  return OUTCOMES.flatMap(([outcome, words]) => {
    const own = examples.filter(({ expect }) => expect === outcome);
    return own.length === 0 ? [] : [`**${words}**`, own.map(exampleItem).join("\n")];
  });
}

function exampleItem({ name, before, given, at }: PolicyExample): string {
  const changes = [
    ...before.map((change) => `Before: ${changeWords(change)}`),
    ...given.map((change) => (before.length === 0 ? changeWords(change) : `Now: ${changeWords(change)}`)),
  ];
  const found = at.length === 0 ? [] : [`Found at ${at.map(placeWords).join(", ")}`];
  return [
    `- ${md(name)}`,
    ...[...changes, ...found].map((line) => `  - ${line.replaceAll(/\n(?=[^\n])/g, "\n    ")}`),
  ].join("\n");
}

function changeWords(change: ExampleChange): string {
  switch (change.kind) {
    case "delete":
      return `the file ${code(change.file)} is taken out`;
    case "add":
      return `the file ${code(change.file)} is added:\n\n${codeBlock("yaml", change.text)}`;
    case "set":
      return `${placeWords(change.place)} is ${shown(change.value)}`;
    case "remove":
      return `${placeWords(change.place)} is taken out`;
  }
}

/** `` `slaProperties[0].unit` of `player/plays.odcs.yaml` `` */
function placeWords(place: string): string {
  const [file = "", ...rest] = place.split("#");
  const path = rest
    .join("#")
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"))
    .map((step) => (/^\d+$/.test(step) ? `[${step}]` : `.${step}`))
    .join("")
    .replace(/^\./, "");
  return path === "" ? code(file) : `${code(path)} of ${code(file)}`;
}
