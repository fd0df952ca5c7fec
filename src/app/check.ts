import type { Report } from "../model/report.ts";
import { offerFixes } from "./fix/offer.ts";
import type { Workshop } from "./gather.ts";
import type { CheckRequest } from "./run.ts";
import { gatherRun, judgeRun } from "./run.ts";

export type { CheckRequest } from "./run.ts";

/** The verdict on a change, or without a base on the whole mesh: gathers what `govern` needs, and nothing more. */
export async function check(workshop: Workshop, request: CheckRequest): Promise<Report> {
  const run = await gatherRun(workshop, request);
  const report = await offerFixes(run, await judgeRun(workshop, run), workshop.progress);
  await workshop.memo.flush();
  return report;
}
