import { readdirSync, readFileSync } from "node:fs";
import { format, resolveConfig } from "prettier";
import { SCHEMAS } from "../../src/app/schemas.ts";
import { actionParts } from "./action.ts";
import { commandParts } from "./commands.ts";
import { compatibilityParts } from "./compatibility.ts";
import { configurationParts } from "./configuration.ts";
import { factParts } from "./facts.ts";
import { formatParts } from "./formats.ts";
import { operatorParts } from "./operators.ts";
import { policyFileParts } from "./policy-file.ts";
import { readPack } from "./pack.ts";
import { fillPage } from "./page.ts";
import type { Parts } from "./page.ts";
import { policyParts } from "./policies.ts";

const TEMPLATES = "scripts/docs/pages";
const REFERENCE = "docs/reference";

/** What is generated, by path: the pages of the reference and the schemas that ship. */
export async function generatedFiles(): Promise<ReadonlyMap<string, string>> {
  const packs = await Promise.all(
    readdirSync("policies")
      .sort()
      .map((name) => readPack(`policies/${name}`)),
  );
  const pages: Readonly<Record<string, Parts>> = {
    action: actionParts(),
    commands: commandParts(),
    compatibility: compatibilityParts(),
    configuration: configurationParts(),
    facts: factParts(),
    formats: formatParts(),
    operators: operatorParts(),
    "policy-file": policyFileParts(),
    policies: policyParts(packs),
  };
  const written = await Promise.all(
    Object.entries(pages).map(async ([name, parts]) => [`${REFERENCE}/${name}.md`, await page(name, parts)] as const),
  );
  return new Map([...written, ...SCHEMAS.map(({ name, schema }) => [`schemas/${name}.json`, json(schema)] as const)]);
}

async function page(name: string, parts: Parts): Promise<string> {
  const template = `${TEMPLATES}/${name}.md`;
  const filled = fillPage(template, readFileSync(template, "utf8"), parts);
  const file = `${REFERENCE}/${name}.md`;
  return format(filled, { ...(await resolveConfig(file)), parser: "markdown" });
}

/** The same bytes that `meshgate schema` prints. */
function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
