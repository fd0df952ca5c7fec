import { validate } from "../../app/validate.ts";
import { readFiles } from "../../io/files/folder.ts";
import { findValidationFormat, VALIDATION_FORMATS } from "../../report/validation/index.ts";
import { EXIT } from "../command.ts";
import type { CliCommand } from "../command.ts";
import { deliver, screenOf } from "../deliver.ts";
import { formatOption, outputOption } from "../options.ts";

interface Options {
  readonly format: string;
  readonly output?: string;
}

export const validateCommand: CliCommand = {
  name: "validate",
  summary: "Check the structure of descriptors, policies, guild and configuration",
  examples: [
    ["meshgate validate products/album/tracks/tracks.odps.yaml", "one file"],
    ["meshgate validate products consumers", "every descriptor in two folders"],
    ["meshgate validate guild.yaml --format json", "for other programs"],
  ],
  exits: "0 all valid, 1 something is invalid, 2 a file cannot be read",
  define(command, context) {
    command
      .argument("<file...>", "files, or folders that are searched for YAML and JSON")
      .addOption(
        formatOption(
          VALIDATION_FORMATS.map(({ id }) => id),
          "text",
        ),
      )
      .addOption(outputOption())
      .action(async (paths: string[], options: Options) => {
        const validation = validate(await readFiles(context.cwd, paths), new Set(paths));
        const rendered =
          findValidationFormat(options.format)?.render(validation, screenOf(context, options.output)) ?? "";
        await deliver(context, options.output, rendered);
        context.exit(validation.files.every(({ valid }) => valid) ? EXIT.pass : EXIT.findings);
      });
  },
};
