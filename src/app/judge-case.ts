import { readDescriptors } from "../descriptor/read.ts";
import type { Reading } from "../model/descriptor.ts";
import type { Facts } from "../model/facts.ts";
import type { SubjectKind } from "../model/finding.ts";
import type { Problem } from "../model/problem.ts";
import type { BlobId, Tree } from "../model/tree.ts";
import type { Judge } from "../policy/cases.ts";
import { evaluatePolicy } from "../policy/evaluate.ts";
import { descriptorFacts, meshFacts } from "../policy/facts/subject.ts";
import type { World } from "../policy/facts/world.ts";
import type { Files } from "../policy/patch.ts";
import type { Policy } from "../policy/policy.ts";
import type { SetStage } from "../policy/trial/fixture.ts";
import { encode } from "../source/encode.ts";
import { pairTouched } from "./govern/pair.ts";
import { isRuleFile, readGround } from "./govern/ground.ts";
import { candidates } from "./govern/scope.ts";
import { surveyTree } from "./govern/survey.ts";
import type { Survey } from "./govern/survey.ts";
import { documentShelf } from "./govern/shelf.ts";
import { worldOf } from "./govern/world.ts";
import type { Shelf } from "./govern/shelf.ts";

/** Any day does: policies that look at the date say so in their case. */
const AS_OF = "2026-01-01";

interface Staged {
  readonly survey: Survey;
  readonly world: World;
  readonly files: Files;
  readonly problems: readonly Problem[];
}

/** What was read for earlier cases: most files of a fixture stay as they are. */
export interface CaseMemory {
  readonly readings: Map<string, Reading>;
  readonly shelf: Shelf;
  readonly blobs: Map<BlobId, Uint8Array>;
}

export function caseMemory(): CaseMemory {
  const memory = { readings: new Map(), shelf: documentShelf(), blobs: new Map() };
  memory.shelf.stock(memory.blobs);
  return memory;
}

/**
 * Judges one policy on a tree of texts through the whole pipeline, for the policy's own tests. Judges that share a
 * memory read a file once.
 */
export function judgeCase(policy: Policy, memory: CaseMemory = caseMemory()): Judge {
  const setStage = stageCases(memory);
  return (files, before) => {
    const { facts, problems } = setStage(policy.target.kind, files, policy.type === "change" ? before : undefined);
    return { outcomes: facts.flatMap((one) => evaluatePolicy(policy, one)), problems };
  };
}

/** Works out the facts of one kind of subject in a tree of texts, or in the change from `before`, for any policy. */
export function stageCases(memory: CaseMemory = caseMemory()): SetStage {
  return (kind, files, before) => {
    const head = stage(files, memory);
    const base = before && stage(before, memory);
    return { facts: base ? changeFacts(kind, head, base) : treeFacts(kind, head), problems: head.problems };
  };
}

function treeFacts(kind: SubjectKind, { survey, world }: Staged): readonly Facts[] {
  const scene = { head: world, asOf: AS_OF };
  if (kind === "mesh") return [meshFacts(scene)];
  return survey.placed
    .filter(({ outline }) => outline.kind === kind)
    .map((placed) => descriptorFacts(scene, { head: placed }, placed.summary.id));
}

function changeFacts(kind: SubjectKind, head: Staged, base: Staged): readonly Facts[] {
  const scene = { head: head.world, base: base.world, asOf: AS_OF };
  const touched = new Set(
    [...head.files, ...base.files].flatMap(([file]) => (head.files.get(file) === base.files.get(file) ? [] : [file])),
  );
  return pairTouched(head.survey, base.survey, touched).pairs.flatMap((pair) => {
    const placed = pair.head ?? pair.base;
    return placed?.outline.kind === kind ? [descriptorFacts(scene, pair, placed.summary.id)] : [];
  });
}

function stage(files: Files, { readings, shelf, blobs }: CaseMemory): Staged {
  // The text itself is the id of its blob: equal ids mean equal texts, and nothing needs to be digested.
  const tree: Tree = new Map([...files].map(([file, text]) => [file, { mode: "100644", blob: text }]));
  for (const { blob } of tree.values()) if (!blobs.has(blob)) blobs.set(blob, encode(blob));
  const bytesOf = (text: string): Uint8Array => blobs.get(text) ?? encode(text);
  const ground = readGround(
    new Map([...files].filter(([file]) => isRuleFile(file)).map(([file, text]) => [file, bytesOf(text)])),
  );
  const listed = candidates(tree, ground);
  for (const [, { blob }] of listed) {
    if (!readings.has(blob)) readings.set(blob, readDescriptors(bytesOf(blob)));
  }
  const survey = surveyTree(listed, readings, ground);
  return { survey, world: worldOf(survey, ground, shelf), files, problems: [...ground.problems, ...survey.problems] };
}
