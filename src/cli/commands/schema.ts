import { findSchema, SCHEMAS } from "../../app/schemas.ts";
import { failure } from "../../model/failure.ts";
import { EXIT } from "../command.ts";
import type { CliCommand } from "../command.ts";
import { deliver } from "../deliver.ts";
import { outputOption } from "../options.ts";

export const schemaCommand: CliCommand = {
  name: "schema",
  summary: "Print the JSON Schema of a file kind or of an answer",
  examples: [
    ["meshgate schema", "which there are"],
    ["meshgate schema policy", "of a policy file"],
    ["meshgate schema report --output report.schema.json", "of `check --format json`"],
  ],
  exits: "0 printed, 2 no such schema",
  define(command, context) {
    command
      .argument("[name]", "which one; without it they are listed")
      .addOption(outputOption())
      .action(async (name: string | undefined, options: { readonly output?: string }) => {
        await deliver(context, options.output, name === undefined ? listing() : schemaText(name));
        context.exit(EXIT.pass);
      });
  },
};

function listing(): string {
  const width = Math.max(...SCHEMAS.map(({ name }) => name.length));
  return SCHEMAS.map(({ name, summary }) => `${name.padEnd(width)}  ${summary}\n`).join("");
}

function schemaText(name: string): string {
  const found = findSchema(name);
  if ("schema" in found) return `${JSON.stringify(found.schema, undefined, 2)}\n`;
  const hint = found.nearest === undefined ? "`meshgate schema` lists them." : `Did you mean "${found.nearest}"?`;
  throw failure("input", "unknown-schema", `There is no schema "${name}".`, hint);
}
