import { resolve } from "node:path";
import { Option } from "commander";
import { check } from "../../app/check.ts";
import type { CheckRequest } from "../../app/check.ts";
import { fixWorkTree } from "../../app/fix/apply.ts";
import { today } from "../../io/clock.ts";
import { gitWorkFiles } from "../../io/git/work-files.ts";
import type { Report } from "../../model/report.ts";
import { exitCode } from "../../report/exit-code.ts";
import { findReportFormat, REPORT_FORMATS } from "../../report/formats/index.ts";
import { fixesText } from "../../report/text/fixes.ts";
import type { CliCommand, Context } from "../command.ts";
import { asOfOption, cacheOption, formatOption, outputOption, repoOption } from "../options.ts";
import { deliver, screenOf } from "../deliver.ts";
import { withWorkshop } from "../workshop.ts";

interface Options {
  readonly repo: string;
  readonly base?: string;
  readonly head: string;
  readonly worktree?: true;
  readonly fix?: true;
  readonly asOf?: string;
  readonly failOn: CheckRequest["failOn"];
  readonly format: string;
  readonly output?: string;
  readonly cache: boolean;
}

export const checkCommand: CliCommand = {
  name: "check",
  summary: "Give the verdict on a change, or without --base on the whole mesh",
  examples: [
    ["meshgate check --base origin/main", "judge what this branch changes"],
    ["meshgate check --worktree", "judge what is not committed yet"],
    ["meshgate check --fix", "mend in the work tree what policies know how to, then judge it"],
    ["meshgate check", "judge the whole mesh at HEAD"],
    ["meshgate check --base main --format sarif --output meshgate.sarif", "write it for code scanning"],
  ],
  exits: "0 pass, 1 findings that fail the check, 2 something could not be read or judged, 3 git or file system failed",
  define(command, context) {
    command
      .addOption(repoOption(context.cwd))
      .option("--base <ref>", "what the change is compared with: the branch it goes to")
      .addOption(new Option("--head <ref>", "the change").default("HEAD"))
      .addOption(
        new Option("--fix", "make the fixes that policies know in the work tree, and judge what is left")
          .conflicts("head")
          .implies({ worktree: true }),
      )
      .addOption(new Option("--worktree", "judge the work tree, against --base or else HEAD").conflicts("head"))
      .addOption(asOfOption())
      .addOption(
        new Option("--fail-on <level>", "from which level on a new finding fails the check")
          .choices(["block", "warn", "never"])
          .default("block"),
      )
      .addOption(
        formatOption(
          REPORT_FORMATS.map(({ id }) => id),
          "text",
        ),
      )
      .addOption(outputOption())
      .addOption(cacheOption())
      .action(async (options: Options) => {
        const report = await (options.fix ? fixed(context, options) : judged(context, options));
        const text = findReportFormat(options.format)?.render(report, screenOf(context, options.output)) ?? "";
        await deliver(context, options.output, text);
        context.exit(exitCode(report));
      });
  },
};

function judged(context: Context, options: Options): Promise<Report> {
  return withWorkshop(context, options, (workshop) => check(workshop, requestOf(options)));
}

/** The verdict on what the fixes have left; what they did is told on standard error. */
async function fixed(context: Context, options: Options): Promise<Report> {
  const { mended, left, report } = await withWorkshop(context, options, async (workshop) =>
    fixWorkTree(workshop, await gitWorkFiles(resolve(context.cwd, options.repo)), requestOf(options)),
  );
  for (const line of fixesText(mended, left)) context.terminal.note(line);
  return report;
}

function requestOf({ base, head, worktree, asOf, failOn }: Options): CheckRequest {
  return {
    ...(base !== undefined && { base }),
    head: worktree ? "worktree" : { ref: head },
    asOf: asOf ?? today(),
    failOn,
  };
}
