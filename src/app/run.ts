import type { Report } from "../model/report.ts";
import type { Tree } from "../model/tree.ts";
import { contentBook } from "./contents.ts";
import type { ContentBook } from "./contents.ts";
import { gather, gatherLandings, gatherReadings, gatherRules } from "./gather.ts";
import type { ReadBlobs, Revisions, Workshop } from "./gather.ts";
import { prepare } from "./govern/govern.ts";
import type { GovernInput } from "./govern/input.ts";
import { candidateFiles, scopeOf } from "./govern/scope.ts";
import type { Scope } from "./govern/scope.ts";
import { openReadings, recallJudgements } from "./remember.ts";

export interface CheckRequest extends Revisions {
  /** `YYYY-MM-DD` */
  readonly asOf: string;
  readonly failOn: Report["failOn"];
}

/** What a run judges, gathered: both sides, the rules, and a reading of every file that counts. */
export interface Run {
  readonly input: GovernInput;
  readonly scope: Scope;
  readonly read: ReadBlobs;
  /** The tree that holds the rules, unless the change brings the first. */
  readonly rulesTree: Tree;
  /** Of a run that reads all of a mesh. */
  readonly contents?: ContentBook;
}

export async function gatherRun(workshop: Workshop, request: CheckRequest): Promise<Run> {
  void openReadings(workshop.memo);
  const gathered = await gather(workshop, request);
  const { head, base, read, rulesTree } = gathered;
  const sides = { head, ...(base && { base }), ...(await gatherRules(workshop, gathered)) };
  const isSweep = base === undefined || sides.proposed !== undefined;
  const contents = isSweep ? contentBook(workshop.memo) : undefined;
  const scope = scopeOf(sides, gathered.touched);
  const readings = await gatherReadings(workshop, candidateFiles(sides, scope), read, contents);
  const recall = await recallJudgements(workshop.memo);
  const landings = await gatherLandings(workshop, gathered, scope);
  const { asOf, failOn } = request;
  return {
    input: { ...sides, asOf, failOn, readings, recall, ...(landings && { landings }) },
    scope,
    read,
    rulesTree,
    ...(contents && { contents }),
  };
}

export async function judgeRun(
  { progress }: Pick<Workshop, "progress">,
  { input, scope, read, contents }: Run,
): Promise<Report> {
  const prepared = prepare(input, scope);
  progress("Judging", 0, 1);
  return prepared.judge(await read(prepared.blobs), await contents?.lookUp(prepared.blobs));
}
