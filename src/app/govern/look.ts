import type { Reading } from "../../model/descriptor.ts";
import type { Facts } from "../../model/facts.ts";
import type { RepoPath } from "../../model/location.ts";
import type { PlacedDescriptor } from "../../model/mesh.ts";
import type { Compatibility } from "../../model/compatibility.ts";
import { once } from "../../model/once.ts";
import type { BlobId, TreeEntry } from "../../model/tree.ts";
import { buildMesh } from "../../mesh/build.ts";
import { compatibilityIn, weighPassages } from "./compat/judge.ts";
import { blobsToCompare } from "./compat/passages.ts";
import type { Passage } from "./compat/passages.ts";
import { pairTouched } from "./pair.ts";
import { comparedBetween } from "./plan.ts";
import { descriptorFacts, meshFacts } from "../../policy/facts/subject.ts";
import type { Paired } from "../../policy/facts/subject.ts";
import type { Policy } from "../../policy/policy.ts";
import { surveySides } from "./govern.ts";
import type { GovernInput } from "./input.ts";
import type { SurveyedSide } from "./plan.ts";
import { reachOf } from "./reach.ts";
import type { Rules } from "./rules.ts";
import type { Scope } from "./scope.ts";
import { documentShelf } from "./shelf.ts";
import type { Shelf } from "./shelf.ts";
import { surveyTree } from "./survey.ts";
import type { Survey } from "./survey.ts";
import { worldOf } from "./world.ts";

/** Both sides of a run, to look at single subjects; their documents are opened on the shelf. */
export interface Look {
  readonly rules: Rules;
  readonly asOf: string;
  readonly head: SurveyedSide;
  readonly base?: SurveyedSide;
  readonly shelf: Shelf;
  readonly touched: ReadonlySet<RepoPath>;
  /** What the change touches, paired with what it was. */
  readonly pairs: () => readonly Paired[];
  /** What becomes of contracts and products. */
  readonly passages: () => readonly Passage[];
  readonly compatibility: (pair: Paired) => Compatibility | undefined;
}

export function lookInto(input: GovernInput, { touched, ...scope }: Scope): Look {
  const shelf = documentShelf();
  const { rules, asOf } = input;
  return lookOf({ rules, asOf, ...surveySides(input, { touched, ...scope }, shelf), shelf, touched });
}

const NOTHING_COMPARED = { pairs: [], passages: [] };

function lookOf(look: Omit<Look, "pairs" | "passages" | "compatibility">): Look {
  const { head, base, touched, rules, asOf } = look;
  const compared = once(() =>
    base
      ? comparedBetween(head, base, pairTouched(head.survey, base.survey, touched).pairs, touched)
      : NOTHING_COMPARED,
  );
  const pairs = (): readonly Paired[] => compared().pairs;
  const passages = (): readonly Passage[] => compared().passages;
  const settings = rules.settings.compatibility;
  const weighed = once(() =>
    compatibilityIn(base ? weighPassages(head.world, base.world, passages(), { settings, asOf }) : []),
  );
  return { ...look, pairs, passages, compatibility: (pair) => weighed()(pair) };
}

/** The same with another content in a file of head. */
export function lookWith(look: Look, file: RepoPath, entry: TreeEntry, reading: Reading): Look {
  const { rules, head, shelf, touched } = look;
  const own = surveyTree([[file, entry]], { get: () => reading }, rules);
  const placed = [...head.survey.placed.filter((one) => one.file !== file), ...own.placed];
  const problems = [...head.survey.problems.filter(({ location }) => location.file !== file), ...own.problems];
  const survey: Survey = { placed, problems, mesh: buildMesh(placed) };
  return lookOf({
    ...look,
    head: { survey, world: worldOf(survey, rules, shelf) },
    touched: new Set([...touched, file]),
  });
}

/** All descriptors of a kind and id, each with what it was at base; also those that the change removes. */
export function pairsNamed(look: Look, kind: PlacedDescriptor["outline"]["kind"], id: string): readonly Paired[] {
  const gone = look
    .pairs()
    .filter(({ head, base }) => head === undefined && base?.outline.kind === kind && base.outline.id === id);
  return [...look.head.world.all(kind, id).map((placed) => pairOf(look, placed)), ...gone];
}

/** What the change does not touch is the same on both sides. */
function pairOf({ base, touched, pairs }: Look, placed: PlacedDescriptor): Paired {
  const found = pairs().find(({ head }) => head === placed);
  if (found !== undefined) return found;
  return base === undefined || touched.has(placed.file) ? { head: placed } : { head: placed, base: placed };
}

/** The documents that the facts of a subject are made of, on both sides. */
export function openedFor({ head, base, passages }: Look, pair: Paired): readonly BlobId[] {
  const sides = [pair.head && reachOf(head.world, pair.head), pair.base && base && reachOf(base.world, pair.base)];
  const opened = [...sides.flatMap((reach) => reach?.opened ?? []), ...(pair.forerunner ? [pair.forerunner] : [])];
  return [...opened.map(({ blob }) => blob), ...blobsToCompare(head.world, base?.world, passages())];
}

/** What a policy reads of a subject; undefined where nothing is asked, as of a change that does not touch it. */
export function factsFor(look: Look, pair: Paired, type: Policy["type"], id: string): Facts | undefined {
  const { head, base, asOf } = look;
  if (type !== "change" || base === undefined)
    return pair.head && descriptorFacts({ head: head.world, asOf }, { head: pair.head }, id);
  const isTouched = look.pairs().includes(pair);
  const { compatibility } = look;
  return isTouched ? descriptorFacts({ head: head.world, base: base.world, asOf, compatibility }, pair, id) : undefined;
}

export function factsOfMesh({ head, asOf }: Look): Facts {
  return meshFacts({ head: head.world, asOf });
}
