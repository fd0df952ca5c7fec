import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { table } from "./markdown.ts";
import type { Parts } from "./page.ts";

interface Described {
  readonly description: string;
}

interface ActionFile {
  readonly inputs: Readonly<Record<string, Described>>;
  readonly outputs: Readonly<Record<string, Described>>;
}

/** What action.yml says of the action. */
export function actionParts(): Parts {
  const { inputs, outputs } = parse(readFileSync("action.yml", "utf8")) as ActionFile;
  return { inputs: tableOf("input", inputs), outputs: tableOf("output", outputs) };
}

function tableOf(head: string, members: ActionFile["inputs"]): string {
  return table(
    [head, "what it is"],
    Object.entries(members).map(([name, { description }]) => [`\`${name}\``, description]),
  );
}
