import { readDescriptors } from "../descriptor/read.ts";
import type { Reading } from "../model/descriptor.ts";
import type { Facts } from "../model/facts.ts";
import type { SourceText } from "../model/document.ts";
import type { SubjectKind } from "../model/finding.ts";
import type { Problem } from "../model/problem.ts";
import { GUILD_FILE, SETTINGS_FILE } from "../model/settings.ts";
import type { BlobId, Tree } from "../model/tree.ts";
import type { Judge } from "../policy/cases.ts";
import { evaluatePolicy } from "../policy/evaluate.ts";
import { descriptorFacts, meshFacts } from "../policy/facts/subject.ts";
import type { World } from "../policy/facts/world.ts";
import type { Files } from "../policy/patch.ts";
import type { Policy } from "../policy/policy.ts";
import type { SetStage } from "../policy/trial/fixture.ts";
import { encode } from "../source/encode.ts";
import { readSource } from "../source/read.ts";
import { once } from "../model/once.ts";
import type { Paired } from "../policy/facts/subject.ts";
import { compatibilityIn, weighPassages } from "./govern/compat/judge.ts";
import { pairTouched } from "./govern/pair.ts";
import { comparedBetween } from "./govern/plan.ts";
import { readGround } from "./govern/ground.ts";
import type { Ground } from "./govern/ground.ts";
import { candidates } from "./govern/scope.ts";
import { surveyTree } from "./govern/survey.ts";
import type { Survey } from "./govern/survey.ts";
import { worldOf } from "./govern/world.ts";
import type { Shelf } from "./govern/shelf.ts";

/** Any day does: policies that look at the date say so in their case. */
const AS_OF = "2026-01-01";

interface Staged {
  readonly survey: Survey;
  readonly world: World;
  readonly files: Files;
  readonly ground: Ground;
  readonly problems: readonly Problem[];
}

/** What was read for earlier cases: most files of a fixture stay as they are. A text is the id of its own blob. */
export interface CaseMemory {
  readonly sources: Map<BlobId, SourceText>;
  readonly readings: Map<BlobId, Reading>;
  readonly grounds: Map<string, Ground>;
  readonly staged: WeakMap<Files, Staged>;
}

export function caseMemory(): CaseMemory {
  return { sources: new Map(), readings: new Map(), grounds: new Map(), staged: new WeakMap() };
}

/** So many texts are kept open at most. */
const MAX_SOURCES = 2_000;

function sourceOf(text: string, { sources }: CaseMemory): SourceText {
  const found = sources.get(text) ?? readSource(encode(text));
  for (const oldest of sources.keys()) {
    if (sources.size < MAX_SOURCES) break;
    sources.delete(oldest);
  }
  sources.set(text, found);
  return found;
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
    const facts = base ? changeFacts(kind, head, base) : treeFacts(kind, head);
    return { facts, problems: head.problems, open: (text) => sourceOf(text, memory) };
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
  const touched = new Set(
    [...head.files, ...base.files].flatMap(([file]) => (head.files.get(file) === base.files.get(file) ? [] : [file])),
  );
  const own = pairTouched(head.survey, base.survey, touched).pairs;
  const { pairs, passages } = comparedBetween(head, base, own, touched);
  const terms = { settings: head.ground.settings.compatibility, asOf: AS_OF };
  const weighed = once(() => compatibilityIn(weighPassages(head.world, base.world, passages, terms)));
  const scene = {
    head: head.world,
    base: base.world,
    asOf: AS_OF,
    compatibility: (pair: Paired) => weighed()(pair),
  };
  return pairs.flatMap((pair) => {
    const placed = pair.head ?? pair.base;
    return placed?.outline.kind === kind ? [descriptorFacts(scene, pair, placed.summary.id)] : [];
  });
}

function stage(files: Files, memory: CaseMemory): Staged {
  const known = memory.staged.get(files);
  if (known !== undefined) return known;
  const { readings } = memory;
  const tree: Tree = new Map([...files].map(([file, text]) => [file, { mode: "100644", blob: text }]));
  const ground = groundOf(files, memory);
  const listed = candidates(tree, ground);
  for (const [, { blob }] of listed) {
    if (!readings.has(blob)) readings.set(blob, readDescriptors(encode(blob), sourceOf(blob, memory)));
  }
  const survey = surveyTree(listed, readings, ground);
  const shelf: Shelf = { stock: () => undefined, open: (blob) => sourceOf(blob, memory).documents, bytes: encode };
  const problems = [...ground.problems, ...survey.problems];
  const staged = { survey, world: worldOf(survey, ground, shelf, { tree }), files, ground, problems };
  memory.staged.set(files, staged);
  return staged;
}

function groundOf(files: Files, { grounds }: CaseMemory): Ground {
  const texts = [SETTINGS_FILE, GUILD_FILE].flatMap((file) => {
    const text = files.get(file);
    return text === undefined ? [] : [[file, text] as const];
  });
  const key = JSON.stringify(texts);
  const ground = grounds.get(key) ?? readGround(new Map(texts.map(([file, text]) => [file, encode(text)])));
  grounds.set(key, ground);
  return ground;
}
