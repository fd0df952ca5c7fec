import type { RepoPath } from "../../model/location.ts";
import type { PlacedDescriptor } from "../../model/mesh.ts";
import type { BlobId } from "../../model/tree.ts";
import type { Paired } from "../../policy/facts/subject.ts";
import { leftBy } from "../../policy/facts/node.ts";
import type { World } from "../../policy/facts/world.ts";
import type { Judgement, Terms } from "./judge.ts";
import { blobsToCompare, passagesOf, withTouchedPayloads } from "./compat/passages.ts";
import type { Passage } from "./compat/passages.ts";
import { isContract, isExpectation } from "./kinds.ts";
import { once } from "../../model/once.ts";
import { compareText } from "../../model/order.ts";
import { governingDomain } from "../../model/governing.ts";
import { pairTouched } from "./pair.ts";
import { downstreamOf, farOf, neighboursOf, reachOf } from "./reach.ts";
import type { Survey } from "./survey.ts";

/** One side of a subject: the descriptor, what its facts depend on, and what is already known of it. */
export interface SideOfSubject {
  readonly placed: PlacedDescriptor;
  /** Whose rules bind it, see `governingDomain`. */
  readonly domain: string | undefined;
  /** Equal keys mean equal judgements; one for each part of the policies. */
  readonly keys: readonly string[];
  readonly opened: readonly PlacedDescriptor[];
  /** Those judgements that were recalled, by part. */
  readonly known: readonly (Judgement | undefined)[];
}

/** A descriptor to be judged. `touched`: the change alters its file, so policies of type `change` have a say. */
export interface Subject {
  readonly id: string;
  readonly touched: boolean;
  readonly head?: SideOfSubject;
  readonly base?: SideOfSubject;
  /** See `Paired`. */
  readonly forerunner?: PlacedDescriptor;
}

/** Which descriptors a run judges, and whose documents that takes. */
export interface Plan {
  readonly subjects: readonly Subject[];
  readonly blobs: ReadonlySet<BlobId>;
  /** What becomes of the contracts and products of base; none where nothing is compared. */
  readonly passages: readonly Passage[];
}

export interface SurveyedSide {
  readonly survey: Survey;
  readonly world: World;
}

/** Everything: each descriptor of head, nothing to compare with. */
export function planWhole(terms: Terms, head: SurveyedSide): Plan {
  const subjects = head.survey.placed.map((placed) => subjectOf(terms, head, undefined, { head: placed }, false));
  return planOf(subjects, head.world, undefined, []);
}

/**
 * What a change may have made different: the descriptors in the files it touches, and of their neighbours those whose
 * facts differ between base and head. Everything else is judged equally on both sides, so it need not be judged.
 */
export function planChange(terms: Terms, head: SurveyedSide, base: SurveyedSide, touched: ReadonlySet<RepoPath>): Plan {
  const { pairs, copies } = pairTouched(head.survey, base.survey, touched);
  const { pairs: compared, passages } = comparedBetween(head, base, pairs, touched);
  const seen = new Set([...compared.flatMap((pair) => [pair.head ?? [], pair.base ?? []].flat()), ...copies]);
  const subjects = compared.map((pair) => subjectOf(terms, head, base, pair, true));
  const around = [
    ...pairs.flatMap((pair) => (pair.head ? neighboursOf(head.world, pair.head) : [])),
    ...[...pairs.flatMap((pair) => pair.base ?? []), ...copies].flatMap((one) => neighboursOf(base.world, one)),
  ];
  // Where a way of data ends with the change, its reader is among those around: what lies behind it still does at head.
  const reached = terms.isFar ? downstreamOf(head.world, [...seen, ...around]) : [];
  for (const placed of [...around, ...reached]) {
    if (seen.has(placed)) continue;
    seen.add(placed);
    const subject = subjectOf(terms, head, base, { head: placed, base: placed }, false);
    if (subject.head?.keys.join() !== subject.base?.keys.join()) subjects.push(subject);
  }
  return planOf(subjects, head.world, base.world, passages);
}

/**
 * What a change does something to, each with what it was: beside the descriptors in the files that it touches, contracts
 * of which it touches a schema, and those that it leads readers to.
 */
export function comparedBetween(
  head: Pick<SurveyedSide, "world">,
  base: Pick<SurveyedSide, "world">,
  touchedPairs: readonly Paired[],
  touched: ReadonlySet<RepoPath>,
): { readonly pairs: readonly Paired[]; readonly passages: readonly Passage[] } {
  const pairs = [...touchedPairs, ...withTouchedPayloads(head.world, touched)];
  const passages = passagesOf(head.world, base.world, pairs);
  const known = new Set(pairs.map((pair) => pair.head));
  const led = passages.flatMap(({ to }) => (to === undefined || known.has(to) ? [] : [{ head: to, base: to }]));
  return { pairs: [...pairs, ...led], passages };
}

export function subjectOf(
  terms: Terms,
  head: SurveyedSide,
  base: SurveyedSide | undefined,
  pair: Paired,
  touched: boolean,
): Subject {
  const id = idOf(pair.head ? head.world : (base ?? head).world, pair);
  return {
    id,
    touched,
    ...(pair.head && !isExpectation(head.world, pair.head) && { head: sideOf(terms, head.world, pair.head, id) }),
    ...(pair.base &&
      base &&
      !isExpectation(base.world, pair.base) && { base: sideOf(terms, base.world, pair.base, id) }),
    ...(pair.forerunner && { forerunner: pair.forerunner }),
  };
}

function sideOf(terms: Terms, world: World, placed: PlacedDescriptor, id: string): SideOfSubject {
  const reach = reachOf(world, placed);
  const far = once(() => farOf(world, placed));
  const gone = goneBy(placed, terms.asOf);
  const domain = governingDomain(world.mesh, placed);
  const keys = terms
    .rulebook(domain)
    .parts(placed.outline.kind)
    .map(({ key, isFar }) => JSON.stringify([key, id, gone, reach.key, ...(isFar ? far() : [])]));
  return { placed, domain, keys, opened: reach.opened, known: keys.map((key) => terms.recall.get(key)) };
}

/** The days of a team on which somebody has left it by now: facts about its members depend on these alone. */
function goneBy({ summary }: PlacedDescriptor, asOf: string): readonly string[] {
  const leaves = summary.kind === "contract" ? [] : (summary.leaves ?? []);
  return leaves.length === 0 ? leaves : leaves.filter(leftBy(asOf));
}

/** What a subject is called: its id, made unambiguous where a tree holds several contracts of that id. */
function idOf(world: World, pair: Paired): string {
  const placed = pair.head ?? pair.base;
  if (placed === undefined) return "";
  const { summary } = placed;
  const siblings = isContract(placed) ? (world.mesh.contracts.get(summary.id) ?? []) : [];
  return siblings.length > 1 ? `${summary.id}@${summary.version ?? ""}` : summary.id;
}

/** What has no side that is judged is no subject. A judgement that is known needs no documents; policies of type `change` and what is compared always do. */
export function planOf(
  subjects: readonly Subject[],
  head: World,
  base: World | undefined,
  passages: readonly Passage[],
): Plan {
  const judged = subjects.filter(({ head: now, base: then }) => (now ?? then) !== undefined);
  const opened = subjects.flatMap(({ head, base, forerunner, touched }) => [
    ...[head, base].flatMap((side) =>
      side === undefined || (!side.known.includes(undefined) && !touched) ? [] : side.opened,
    ),
    ...(forerunner === undefined ? [] : [forerunner]),
  ]);
  const blobs = new Set([...opened.map(({ blob }) => blob), ...blobsToCompare(head, base, passages)]);
  return { subjects: sortSubjects(judged), blobs, passages };
}

function sortSubjects(subjects: readonly Subject[]): readonly Subject[] {
  return subjects
    .map((subject) => ({ subject, key: placeKey((subject.head ?? subject.base)?.placed) }))
    .sort((one, other) => compareText(one.key, other.key))
    .map(({ subject }) => subject);
}

function placeKey(placed: PlacedDescriptor | undefined): string {
  if (placed === undefined) return "";
  const { file, index, summary } = placed;
  return JSON.stringify([summary.kind, summary.id, summary.version ?? "", file, index]);
}
