import { failure } from "../model/failure.ts";
import { hasError } from "../model/problem.ts";
import type { PolicyPreview, Stopped } from "../model/policy-preview.ts";
import type { Tree } from "../model/tree.ts";
import { stopsCheck } from "../model/verdict.ts";
import type { Landed } from "../ports/repository.ts";
import { contentBook } from "./contents.ts";
import type { ContentBook } from "./contents.ts";
import { gather, gatherReadings, gatherRules } from "./gather.ts";
import type { ReadBlobs, Revisions, Workshop } from "./gather.ts";
import { prepare } from "./govern/govern.ts";
import { differing } from "./govern/in-force.ts";
import type { GovernInput } from "./govern/input.ts";
import type { Recall } from "./govern/judge.ts";
import { ruleChanges } from "./govern/rule-changes.ts";
import type { Rules } from "./govern/rules.ts";
import { candidateFiles, candidates, scopeOf } from "./govern/scope.ts";
import { daysOf, prepareWhatIf } from "./govern/what-if.ts";
import { openReadings, recallJudgements } from "./remember.ts";

export interface PreviewRequest extends Omit<Revisions, "whole"> {
  /** `YYYY-MM-DD` */
  readonly asOf: string;
  /** How many of the last commits of the base the proposed rules are tried on; 0: none. */
  readonly history: number;
}

/** What a change of policies, bindings, waivers or guild does to every product, and would have done to past changes. */
export async function previewPolicies(workshop: Workshop, request: PreviewRequest): Promise<PolicyPreview> {
  void openReadings(workshop.memo);
  const gathered = await gather(workshop, request);
  const { head, base, read } = gathered;
  if (base === undefined) {
    throw failure(
      "input",
      "no-base",
      "There is nothing to compare the rules with.",
      "Name the branch they go to with --base.",
    );
  }
  const { rules, started = rules, proposed = rules } = await gatherRules(workshop, gathered);
  const problems = [...rules.problems, ...(proposed === rules ? [] : proposed.problems)];
  const said = {
    schema: "meshgate/policy-preview/v1",
    asOf: request.asOf,
    base: { ref: base.ref, commit: base.commit },
    head: { ref: head.ref, commit: head.commit },
  } as const;
  // Of rules that cannot be read nobody can say what they would do.
  if (hasError(problems)) return { ...said, class: "unknown", changes: [], days: [], problems };
  const contents = contentBook(workshop.memo);
  const files = [...candidates(head.tree, rules), ...candidates(head.tree, proposed)];
  const readings = await gatherReadings(workshop, files, read, contents);
  const recall = await recallJudgements(workshop.memo);
  const { asOf } = request;
  const input: GovernInput = { head, base, rules, started, proposed, asOf, failOn: "block", readings, recall };
  const prepared = prepareWhatIf(input, proposed);
  workshop.progress("Judging", 0, 1);
  const days = prepared.run(await read(prepared.blobs), await contents.lookUp(prepared.blobs));
  const changed = ruleChanges(started, proposed, asOf, prepared.looked);
  const landed = request.history === 0 ? [] : await workshop.repository.history(base.commit, request.history);
  const history = await tryOnHistory(workshop, { landed, rules, proposed, asOf, read, recall, contents });
  await workshop.memo.flush();
  return {
    ...said,
    class: changed.class,
    changes: changed.changes,
    days,
    ...(request.history > 0 && { history }),
    problems: [...problems, ...changed.problems],
  };
}

interface Trial {
  readonly landed: readonly Landed[];
  readonly rules: Rules;
  readonly proposed: Rules;
  readonly asOf: string;
  readonly read: ReadBlobs;
  readonly recall: Recall;
  readonly contents: ContentBook;
}

/** Judges past changes by the proposed rules as they are once all of them hold, and keeps what the changed ones stop. */
async function tryOnHistory(
  workshop: Workshop,
  { landed, rules, proposed, asOf, read, recall, contents }: Trial,
): Promise<NonNullable<PolicyPreview["history"]>> {
  const changed = differing(rules, proposed, "digest");
  const day = daysOf(asOf, proposed).at(-1) ?? asOf;
  const stopped: Stopped[] = [];
  let judged = 0;
  for (const [index, { commit, parent, day: landedOn }] of landed.entries()) {
    if (parent === undefined) continue;
    workshop.progress("Trying on the history", index, landed.length);
    const [head, base] = await Promise.all([workshop.repository.tree(commit), workshop.repository.tree(parent)]);
    const found = await tryOn(workshop, { head, base, commit, parent }, { proposed, day, read, recall, contents });
    if (found === undefined) continue;
    judged += 1;
    const stopping = found.findings.filter((finding) => changed.has(finding.policy) && stopsCheck(finding, "block"));
    if (stopping.length === 0) continue;
    stopped.push({
      commit,
      day: landedOn,
      policies: [...new Set(stopping.map(({ policy }) => policy))].sort(),
      subjects: [...new Set(stopping.map(({ subject }) => subject.id))].sort(),
    });
  }
  return { commits: landed.filter(({ parent }) => parent !== undefined).length, judged, stopped };
}

interface Change {
  readonly head: Tree;
  readonly base: Tree;
  readonly commit: string;
  readonly parent: string;
}

/** The verdict of the proposed rules on one past change; nothing when it touches no file that may hold a descriptor. */
async function tryOn(
  workshop: Workshop,
  { head, base, commit, parent }: Change,
  {
    proposed,
    day,
    read,
    recall,
    contents,
  }: Pick<Trial, "proposed" | "read" | "recall" | "contents"> & {
    readonly day: string;
  },
): Promise<ReturnType<ReturnType<typeof prepare>["judge"]> | undefined> {
  const sides = {
    head: { ref: commit, commit, tree: head },
    base: { ref: parent, commit: parent, tree: base },
    rules: proposed,
  };
  const scope = scopeOf(sides);
  const isTouched = scope.changed.length > 0 || scope.start.some(([file]) => scope.touched.has(file));
  if (!isTouched) return undefined;
  const readings = await gatherReadings(workshop, candidateFiles(sides, scope), read, contents);
  const prepared = prepare({ ...sides, asOf: day, failOn: "block", readings, recall }, scope);
  return prepared.judge(await read(prepared.blobs), await contents.lookUp(prepared.blobs));
}
