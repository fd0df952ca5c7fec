import type { Report } from "../model/report.ts";
import type { BlobId } from "../model/tree.ts";
import { gather, gatherReadings, gatherRules } from "./gather.ts";
import type { Revisions, Workshop } from "./gather.ts";
import { prepare } from "./govern/govern.ts";
import { candidateFiles, scopeOf } from "./govern/scope.ts";
import { openReadings, recallJudgements } from "./remember.ts";

export interface CheckRequest extends Revisions {
  /** `YYYY-MM-DD` */
  readonly asOf: string;
  readonly failOn: Report["failOn"];
}

/** The verdict on a change, or without a base on the whole mesh: gathers what `govern` needs, and nothing more. */
export async function check(workshop: Workshop, request: CheckRequest): Promise<Report> {
  void openReadings(workshop.memo);
  const gathered = await gather(workshop, request);
  const { head, base, read } = gathered;
  const sides = { head, ...(base && { base }), ...(await gatherRules(workshop, gathered)) };
  const isSweep = base === undefined || sides.proposed !== undefined;
  const contents = isSweep ? new Map<BlobId, string>() : undefined;
  const scope = scopeOf(sides, gathered.touched);
  const readings = await gatherReadings(workshop, candidateFiles(sides, scope), read, contents);
  const recall = await recallJudgements(workshop.memo);
  const { asOf, failOn } = request;
  const prepared = prepare({ ...sides, asOf, failOn, readings, recall }, scope);
  workshop.progress("Judging", 0, 1);
  const report = prepared.judge(await read(prepared.blobs), contents);
  await workshop.memo.flush();
  return report;
}
