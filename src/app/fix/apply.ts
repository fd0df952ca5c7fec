import type { Finding } from "../../model/finding.ts";
import type { RepoPath } from "../../model/location.ts";
import type { Report } from "../../model/report.ts";
import type { WorkFiles } from "../../ports/work-files.ts";
import { check } from "../check.ts";
import type { Workshop } from "../gather.ts";
import { isRuleFile } from "../govern/rules.ts";
import type { CheckRequest } from "../run.ts";
import { gatherRun, judgeRun } from "../run.ts";
import { openBench } from "./bench.ts";
import { fixable } from "./offer.ts";

/** So many findings are mended in one run at most. */
const MAX_FIXES = 100;

export interface FixRequest extends Omit<CheckRequest, "head"> {
  readonly base?: string;
}

/** What became of the work tree, and the verdict on what it holds now. */
export interface Fixed {
  readonly mended: readonly Finding[];
  /** Findings whose policy knows a fix that was not made, and why. */
  readonly left: readonly { readonly finding: Finding; readonly reason: string }[];
  readonly report: Report;
}

/** A file that is being mended: what was on disk, and what it is to hold. */
interface Draft {
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

/**
 * Makes the fixes that policies know for the findings in the work tree, one after another: each is judged on what those
 * before have left. Only the files of findings are written, each once and as a whole.
 */
export async function fixWorkTree(workshop: Workshop, files: WorkFiles, request: FixRequest): Promise<Fixed> {
  const revisions = { ...request, head: "worktree" } as const;
  const run = await gatherRun(workshop, revisions);
  const { findings } = await judgeRun(workshop, run);
  const open = fixable(run, findings);
  const bench = openBench(run);
  const drafts = new Map<RepoPath, Draft>();
  const done: Finding[] = [];
  const left: { finding: Finding; reason: string }[] = [];
  for (const [index, finding] of open.slice(0, MAX_FIXES).entries()) {
    workshop.progress("Fixing", index, open.length);
    const { file } = finding.location;
    const opened = drafts.get(file) ?? (await openDraft(files, file));
    if ("reason" in opened) {
      left.push({ finding, reason: `${file} ${opened.reason}` });
      continue;
    }
    // The bytes on disk may differ from git's by their line ends.
    if (!drafts.has(file)) bench.put(file, opened.after);
    drafts.set(file, opened);
    const tried = await bench.tryOn(finding, findings);
    if ("fault" in tried) {
      if (!tried.isGone) left.push({ finding, reason: tried.fault });
      continue;
    }
    bench.put(file, tried.after);
    drafts.set(file, { before: opened.before, after: tried.after });
    done.push(finding);
  }
  left.push(...open.slice(MAX_FIXES).map((finding) => ({ finding, reason: "it comes with the next run" })));
  const unwritten = await writeAll(files, drafts);
  const mended = done.filter(({ location }) => !unwritten.has(location.file));
  for (const finding of done) {
    const reason = unwritten.get(finding.location.file);
    if (reason !== undefined) left.push({ finding, reason });
  }
  await workshop.memo.flush();
  return { mended, left, report: await check(workshop, revisions) };
}

async function openDraft(files: WorkFiles, file: RepoPath): Promise<Draft | { readonly reason: string }> {
  if (isRuleFile(file)) return { reason: "holds rules, which nobody changes in passing" };
  const found = await files.read(file);
  return "reason" in found ? found : { before: found.bytes, after: found.bytes };
}

/** Why files could not be written. */
async function writeAll(
  files: WorkFiles,
  drafts: ReadonlyMap<RepoPath, Draft>,
): Promise<ReadonlyMap<RepoPath, string>> {
  const unwritten = new Map<RepoPath, string>();
  for (const [file, { before, after }] of drafts) {
    if (before === after) continue;
    const kept = await files.replace(file, before, after);
    if (kept !== undefined) unwritten.set(file, `${file} ${kept.reason}`);
  }
  return unwritten;
}
