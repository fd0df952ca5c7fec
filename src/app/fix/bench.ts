import type { Finding } from "../../model/finding.ts";
import type { RepoPath } from "../../model/location.ts";
import type { PlacedDescriptor } from "../../model/mesh.ts";
import { once } from "../../model/once.ts";
import type { Report } from "../../model/report.ts";
import { questionsOf } from "../../policy/evaluate.ts";
import { editBytes } from "../../policy/fix/edit.ts";
import { proposeEdits } from "../../policy/fix/propose.ts";
import { isInScope } from "../../policy/policy.ts";
import { MAX_FILE_BYTES } from "../gather.ts";
import { plainId } from "../govern/judge.ts";
import { factsFor, isDescriptorKind, lookInto, openedFor, pairsNamed } from "../govern/look.ts";
import type { Look } from "../govern/look.ts";
import type { Run } from "../run.ts";
import { judgeRun } from "../run.ts";
import { harmOf, isSameMatter } from "./harm.ts";
import { asChange, readingOf, withBytes } from "./supposed.ts";

/** A file with a fix in it. `next` is the run as it is from then on. */
export interface Mended {
  readonly file: RepoPath;
  readonly before: Uint8Array;
  readonly after: Uint8Array;
  readonly next: Bench;
}

/** Why a fix is not offered. */
export interface Unmended {
  readonly fault: string;
}

/** A run on which fixes are tried. */
export interface Bench {
  tryOn(finding: Finding): Promise<Mended | Unmended>;
  /** The same with other bytes of a file that say the same. */
  rewritten(file: RepoPath, bytes: Uint8Array): Bench;
}

/** @param report what is judged of the run so far */
export function openBench(run: Run, report: Report): Bench {
  // What the change would make of the rules says nothing of a fix.
  const { head, base, rules, asOf, failOn, readings, recall } = run.input;
  const input = { head, ...(base && { base }), rules, asOf, failOn, readings, ...(recall && { recall }) };
  const bare: Run = { ...run, input };
  const look = once(() => lookInto(input, run.scope));
  return {
    tryOn: (finding) => tryOn(bare, report, look(), finding),
    rewritten: (file, bytes) => openBench(withBytes(bare, file, bytes), report),
  };
}

/** Judges the run with the fix in it, the whole pipeline, for the subject and everything around it. */
async function tryOn(run: Run, report: Report, look: Look, finding: Finding): Promise<Mended | Unmended> {
  const edit = await editFor(run, look, finding);
  if ("fault" in edit) return edit;
  const { placed, before, after } = edit;
  const { file, outline } = placed;
  const next = withBytes(run, file, after);
  const described = readingOf(next, file)?.documents.find(({ index }) => index === placed.index)?.described;
  if (described?.outline.kind !== outline.kind || described.outline.id !== outline.id)
    return { fault: "the file would not say any more what it is about" };
  const judged = await judgeRun({ progress: () => undefined }, asChange(run, next, file));
  if (judged.findings.some((other) => isSameMatter(other, finding))) return { fault: "it does not mend this" };
  const fault = harmOf(run, report, judged, file);
  if (fault !== undefined) return { fault };
  // Without a base each fix is judged as a change of its own, and what was judged of the whole stays the measure.
  return { file, before, after, next: openBench(next, run.input.base === undefined ? report : judged) };
}

interface FileEdit {
  readonly placed: PlacedDescriptor;
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

/** What the policy's fix makes of the file of the finding. */
async function editFor(run: Run, look: Look, finding: Finding): Promise<FileEdit | Unmended> {
  const { subject, policy: id, target, location } = finding;
  const pairs = isDescriptorKind(subject.kind) ? pairsNamed(look, subject.kind, plainId(subject)) : [];
  const pair = pairs.find(({ head }) => head?.file === location.file && isVersion(head, subject.version));
  const placed = pair?.head;
  const policy = run.input.rules.policies.find((one) => one.id === id && isInScope(one.scope, placed?.domain));
  if (pair === undefined || placed === undefined || policy === undefined)
    return { fault: "what the finding is about does not stand in its file" };
  const blobs = await run.read(openedFor(look, pair));
  look.shelf.stock(blobs);
  const facts = factsFor(look, pair, policy.type, subject.id);
  const questions = facts ? questionsOf(policy, facts) : [];
  const element = questions.find((one) => one.kind === "element" && one.element.name === target)?.element;
  const edits = facts && element && proposeEdits(policy, facts, element, look.head.world.open(placed).value);
  const before = blobs.get(placed.blob);
  if (edits === undefined || before === undefined) return { fault: "what the fix would write is not known here" };
  const edited = editBytes(before, placed.index, edits);
  if ("fault" in edited) return edited;
  const after = edited.bytes;
  return after.length > MAX_FILE_BYTES ? { fault: "the file would be too large" } : { placed, before, after };
}

function isVersion({ summary }: PlacedDescriptor, version: string | undefined): boolean {
  return version === undefined || summary.version === version;
}
