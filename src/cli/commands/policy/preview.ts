import { Option } from "commander";
import { previewPolicies } from "../../../app/policy-preview.ts";
import { today } from "../../../io/clock.ts";
import { hasError } from "../../../model/problem.ts";
import { findPolicyPreviewFormat, POLICY_PREVIEW_FORMATS } from "../../../report/policy-preview/index.ts";
import { EXIT } from "../../command.ts";
import type { CliCommand } from "../../command.ts";
import { deliver, screenOf } from "../../deliver.ts";
import { asOfOption, cacheOption, formatOption, outputOption, repoOption, toCount } from "../../options.ts";
import { withWorkshop } from "../../workshop.ts";

interface Options {
  readonly repo: string;
  readonly base?: string;
  readonly head: string;
  readonly worktree?: true;
  readonly asOf?: string;
  readonly history: number;
  readonly format: string;
  readonly output?: string;
  readonly cache: boolean;
}

export const policyPreviewCommand: CliCommand = {
  name: "preview",
  summary: "Show what a change of the rules would do to every product, now and later",
  examples: [
    ["meshgate policy preview --worktree", "what the rules being edited would do"],
    [
      "meshgate policy preview --base main --history 200",
      "what this branch would do, and would have done to the last 200 commits",
    ],
    ["meshgate policy preview --base main --format markdown", "for a comment under the pull request"],
  ],
  exits: "0 shown, 1 the guild's notice is not kept, 2 rules that cannot be read, 3 git or file system failed",
  define(command, context) {
    command
      .addOption(repoOption(context.cwd))
      .option("--base <ref>", "the branch that the rules go to")
      .addOption(new Option("--head <ref>", "the change").default("HEAD"))
      .addOption(new Option("--worktree", "preview the work tree, against --base or else HEAD").conflicts("head"))
      .addOption(asOfOption())
      .addOption(
        new Option("--history <count>", "try the rules on so many of the last commits of the base")
          .argParser(toCount)
          .default(0),
      )
      .addOption(
        formatOption(
          POLICY_PREVIEW_FORMATS.map(({ id }) => id),
          "text",
        ),
      )
      .addOption(outputOption())
      .addOption(cacheOption())
      .action(async (options: Options) => {
        const { base, head, worktree, history, asOf = today() } = options;
        const request = {
          ...(base !== undefined && { base }),
          head: worktree ? ("worktree" as const) : { ref: head },
          asOf,
          history,
        };
        const preview = await withWorkshop(context, options, (workshop) => previewPolicies(workshop, request));
        const text = findPolicyPreviewFormat(options.format)?.render(preview, screenOf(context, options.output)) ?? "";
        await deliver(context, options.output, text);
        const failed = preview.days.length === 0 ? EXIT.input : EXIT.findings;
        context.exit(hasError(preview.problems) ? failed : EXIT.pass);
      });
  },
};
