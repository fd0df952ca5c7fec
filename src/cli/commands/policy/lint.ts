import { lintPolicies } from "../../../app/policy-lint.ts";
import { today } from "../../../io/clock.ts";
import { findValidationFormat, VALIDATION_FORMATS } from "../../../report/validation/index.ts";
import { EXIT } from "../../command.ts";
import type { CliCommand } from "../../command.ts";
import { deliver, screenOf } from "../../deliver.ts";
import { asOfOption, cacheOption, formatOption, headOption, outputOption, repoOption, sideOf } from "../../options.ts";
import type { SideOptions } from "../../options.ts";
import { withWorkshop } from "../../workshop.ts";

interface Options extends SideOptions {
  readonly asOf?: string;
  readonly format: string;
  readonly output?: string;
}

export const policyLintCommand: CliCommand = {
  name: "lint",
  summary: "Check policies, bindings, waivers and the guild without judging anybody",
  examples: [
    ["meshgate policy lint", "the rules in the work tree"],
    ["meshgate policy lint --head main --format json", "those of a commit, for other programs"],
  ],
  exits: "0 no error, 1 something is wrong, 2 the repository cannot be read, 3 git or file system failed",
  define(command, context) {
    command
      .addOption(repoOption(context.cwd))
      .addOption(headOption())
      .addOption(asOfOption())
      .addOption(
        formatOption(
          VALIDATION_FORMATS.map(({ id }) => id),
          "text",
        ),
      )
      .addOption(outputOption())
      .addOption(cacheOption())
      .action(async (options: Options) => {
        const request = { head: sideOf(options), asOf: options.asOf ?? today() };
        const found = await withWorkshop(context, options, (workshop) => lintPolicies(workshop, request));
        const rendered = findValidationFormat(options.format)?.render(found, screenOf(context, options.output)) ?? "";
        await deliver(context, options.output, rendered);
        context.exit(found.files.every(({ valid }) => valid) ? EXIT.pass : EXIT.findings);
      });
  },
};
