import { diffContracts } from "../../app/diff.ts";
import { failure } from "../../model/failure.ts";
import { readFiles } from "../../io/files/folder.ts";
import { DIFF_FORMATS, findDiffFormat } from "../../report/diff/index.ts";
import { EXIT } from "../command.ts";
import type { CliCommand } from "../command.ts";
import { deliver, screenOf } from "../deliver.ts";
import { formatOption, outputOption } from "../options.ts";

interface Options {
  readonly format: string;
  readonly output?: string;
}

export const diffCommand: CliCommand = {
  name: "diff",
  summary: "Compare two data contracts: what breaks readers, what breaks pipelines, which version it needs",
  examples: [
    ["meshgate diff tracks-3.4.0.yaml tracks-3.5.0.yaml", "every change, the worst first"],
    ["meshgate diff old.yaml new.yaml --format json", "for other programs"],
  ],
  exits: "0 not breaking, 1 breaking, 2 a file cannot be compared",
  define(command, context) {
    command
      .argument("<old>", "the contract as it was")
      .argument("<new>", "the contract as it is to be")
      .addOption(
        formatOption(
          DIFF_FORMATS.map(({ id }) => id),
          "text",
        ),
      )
      .addOption(outputOption())
      .action(async (before: string, after: string, options: Options) => {
        const files = await readFiles(context.cwd, [before, after]);
        const named = (file: string): { readonly file: string; readonly bytes: Uint8Array } => {
          const bytes = files.get(file);
          if (bytes === undefined)
            throw failure("input", "no-contract", `${file} is a folder.`, "Name two files, each a data contract.");
          return { file, bytes };
        };
        const diff = diffContracts(named(before), named(after));
        await deliver(
          context,
          options.output,
          findDiffFormat(options.format)?.render(diff, screenOf(context, options.output)) ?? "",
        );
        context.exit(diff.class === "breaking" ? EXIT.findings : EXIT.pass);
      });
  },
};
