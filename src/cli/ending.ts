import { resolve } from "node:path";
import type { Command } from "commander";
import type { EndPlan, EndRequest } from "../app/ending/plan.ts";
import type { Workshop } from "../app/gather.ts";
import { today } from "../io/clock.ts";
import { gitWorkFiles } from "../io/git/work-files.ts";
import { failure } from "../model/failure.ts";
import type { WorkFiles } from "../ports/work-files.ts";
import { endingText } from "../report/ending/text.ts";
import { EXIT } from "./command.ts";
import type { Context } from "./command.ts";
import { screenOf } from "./deliver.ts";
import { asOfOption, cacheOption, repoOption } from "./options.ts";
import { withWorkshop } from "./workshop.ts";

export interface EndOptions {
  readonly repo: string;
  readonly base: string;
  readonly asOf?: string;
  readonly dryRun?: true;
  readonly cache: boolean;
}

/** What `deprecate` and `retire` have in common. */
export function withEndOptions(command: Command, { cwd }: Context): Command {
  return command
    .argument("<target>", "product, product#port or product#port/object.field")
    .addOption(repoOption(cwd))
    .option("--base <ref>", "the branch whose merges count as announcements", "HEAD")
    .addOption(asOfOption())
    .option("--dry-run", "only print what would be written")
    .addOption(cacheOption());
}

/** Plans, writes and tells. */
export async function end(
  context: Context,
  target: string,
  options: EndOptions,
  plan: (workshop: Workshop, files: WorkFiles, request: EndRequest) => Promise<EndPlan>,
): Promise<void> {
  const { base, asOf = today(), dryRun = false } = options;
  const files = await gitWorkFiles(resolve(context.cwd, options.repo));
  const { ending, write } = await withWorkshop(context, options, (workshop) =>
    plan(workshop, files, { target, base, asOf }),
  );
  const kept = write && !dryRun ? await files.replace(ending.file, write.before, write.after) : undefined;
  if (kept !== undefined)
    throw failure("input", "not-written", `${ending.file} ${kept.reason}.`, "Nothing was written. Try again.");
  context.terminal.print(endingText(ending, dryRun, screenOf(context, undefined)));
  context.exit(ending.refusals.length > 0 ? EXIT.findings : EXIT.pass);
}
