import type { Day } from "../../model/day.ts";
import { hasCome } from "../../model/day.ts";
import { weight } from "../../model/enforcement.ts";
import type { Finding } from "../../model/finding.ts";
import { once } from "../../model/once.ts";
import type { Counts } from "../../model/report.ts";
import { descriptorFacts, meshFacts } from "../../policy/facts/subject.ts";
import type { Scene } from "../../policy/facts/subject.ts";
import type { World } from "../../policy/facts/world.ts";
import { compatibilityIn, weighPassages } from "./compat/judge.ts";
import type { Weighed } from "./compat/judge.ts";
import { addCounts, judge, lastingMatter, matter, NO_COUNTS, NOTHING, withOrigin } from "./judge.ts";
import type { Judgement, Terms } from "./judge.ts";
import type { Part, PolicySet } from "./in-force.ts";
import type { Plan, SideOfSubject, Subject } from "./plan.ts";

/** What a run found: the findings at head, each with its origin, and those that base had and head has not. */
export interface Comparison {
  readonly findings: readonly Finding[];
  readonly fixed: readonly Finding[];
  readonly counts: Counts;
  /** Ids of the policies that had something to say at head. */
  readonly applied: ReadonlySet<string>;
  /** What the change does to contracts and products. */
  readonly weighed: readonly Weighed[];
}

/** Judges everything at head alone. */
export function judgeWhole(terms: Terms, head: World, plan: Plan): Comparison {
  const subjects = plan.subjects.map(({ head: side, id }) => compare(judgeSide(terms, head, side, id), NOBODY));
  return sum([...subjects, compare(judgeMesh(terms, head), NOBODY)]);
}

/** Judges the subjects of a change at head and at base, and says of every finding who caused it. */
export function judgeChange(terms: Terms, head: World, base: World, plan: Plan): Comparison {
  const weighed = weighPassages(head, base, plan.passages, {
    settings: terms.compatibility,
    asOf: terms.asOf,
  });
  const scene = { head, base, asOf: terms.asOf, compatibility: compatibilityIn(weighed) };
  const subjects = plan.subjects.map((subject) => compareSubject(terms, scene, subject));
  return { ...sum([...subjects, compare(judgeMesh(terms, head), judgeMesh(terms, base))]), weighed };
}

/** Findings that only the proposed policies have, or have at another level: a preview for the guild. */
export function preview(current: Comparison, proposed: Comparison): readonly Finding[] {
  const key = (finding: Finding): string => {
    const { level, outcome, subject } = finding;
    return JSON.stringify([matter(finding), subject.kind, subject.id, level, outcome]);
  };
  const known = new Set(current.findings.map(key));
  return withOrigin(
    proposed.findings.filter((finding) => !known.has(key(finding))),
    () => "policy",
  );
}

/** Both sides of a change. */
type ChangeScene = Scene & { readonly base: World };

function compareSubject(terms: Terms, scene: ChangeScene, subject: Subject): Comparison {
  const now = judgeSide(terms, scene.head, subject.head, subject.id);
  const then = judgeSide(terms, scene.base, subject.base, subject.id);
  const compared = compare(now, then);
  const caused = judgeCaused(terms, scene, subject);
  const kept = compared.findings.map((finding) =>
    withGrace(finding, setFor(terms, subject.head), subject.touched, terms.asOf),
  );
  return {
    findings: [...kept, ...caused.findings],
    fixed: subject.head === undefined ? [] : compared.fixed,
    counts: addCounts(compared.counts, caused.counts),
    applied: compared.applied,
    weighed: [],
  };
}

/** What judges the subject of a side. */
function setFor(terms: Terms, side: SideOfSubject | undefined): PolicySet {
  return terms.rulebook(side?.domain);
}

/**
 * A finding that was there weighs what the grace of its policy leaves of it. Once that is over it counts wherever a
 * change touches its file: then somebody is at work there who can mend it.
 */
function withGrace(finding: Finding, { policies }: PolicySet, isTouched: boolean, asOf: Day): Finding {
  if (finding.origin !== "existing") return finding;
  const existing = policies.find(({ policy }) => policy.id === finding.policy)?.policy.existing;
  if (existing === undefined) return finding;
  const { until } = existing;
  if (hasCome(until, asOf)) return { ...finding, grace: { until, over: isTouched } };
  const level = weight(existing.level) < weight(finding.level) ? existing.level : finding.level;
  return { ...finding, level, grace: { until, over: false } };
}

/** Policies of type `change` speak about the change itself: what they find is never older than it. */
function judgeCaused(terms: Terms, scene: ChangeScene, subject: Subject): Judgement {
  const { changes } = setFor(terms, subject.head ?? subject.base);
  const isThere = (subject.head ?? subject.base) !== undefined;
  if (!subject.touched || !isThere || changes.length === 0) return NOTHING;
  const pair = {
    ...(subject.head && { head: subject.head.placed }),
    ...(subject.base && { base: subject.base.placed }),
    ...(subject.forerunner && { forerunner: subject.forerunner }),
  };
  return judge(changes, descriptorFacts(scene, pair, subject.id));
}

/** What all parts of the policies say of one side of a subject. */
interface Judged {
  readonly findings: readonly Finding[];
  readonly counts: Counts;
  /** Ids of the policies that had something to say. */
  readonly applied: readonly string[];
}

/** Nothing was found. */
export const NO_COMPARISON: Comparison = {
  findings: [],
  fixed: [],
  counts: NO_COUNTS,
  applied: new Set(),
  weighed: [],
};

const NOBODY: Judged = { findings: [], counts: NO_COUNTS, applied: [] };

/** What stands, judged by the policies for its domain. */
export function judgeSide(terms: Terms, world: World, side: SideOfSubject | undefined, id: string): Judged {
  if (side === undefined) return NOBODY;
  const facts = once(() => descriptorFacts({ head: world, asOf: terms.asOf }, { head: side.placed }, id));
  return joined(
    setFor(terms, side)
      .parts(side.placed.outline.kind)
      .map((part, index) => {
        const known = side.known[index];
        if (known !== undefined) return inWords(known, part);
        const judgement = judge(part.policies, facts());
        terms.recall.set(side.keys[index] ?? "", judgement);
        return inWords(judgement, part);
      }),
  );
}

function judgeMesh(terms: Terms, world: World): Judged {
  const facts = meshFacts({ head: world, asOf: terms.asOf });
  return joined(
    terms
      .rulebook(undefined)
      .parts("mesh")
      .map((part) => inWords(judge(part.policies, facts), part)),
  );
}

/** A judgement by the names of its policies, and with what they weigh on the day that is judged for. */
function inWords({ findings, counts, applied }: Judgement, { policies }: Part): Judged {
  const levels = new Map(findings.length === 0 ? [] : policies.map(({ policy, level }) => [policy.id, level]));
  return {
    findings: findings.map((finding) => {
      const level = levels.get(finding.policy) ?? finding.level;
      return level === finding.level ? finding : { ...finding, level };
    }),
    counts,
    applied: applied.map((index) => policies[index]?.policy.id ?? ""),
  };
}

function joined(parts: readonly Judged[]): Judged {
  const [first = NOBODY, ...others] = parts;
  return others.reduce(
    (all, part) => ({
      findings: [...all.findings, ...part.findings],
      counts: addCounts(all.counts, part.counts),
      applied: [...all.applied, ...part.applied],
    }),
    first,
  );
}

function compare(now: Judged, then: Judged): Comparison {
  const known = new Map<Finding, Finding>();
  for (const key of [matter, lastingMatter]) pairFindings(now.findings, then.findings, key, known);
  const kept = new Set(known.values());
  return {
    findings: withOrigin(now.findings, (finding) => (isAsBefore(finding, known.get(finding)) ? "existing" : "new")),
    fixed: withOrigin(
      then.findings.filter((finding) => !kept.has(finding)),
      () => "existing",
    ),
    counts: now.counts,
    applied: new Set(now.applied),
    weighed: [],
  };
}

/**
 * Whether a finding at head is what base had. Of what cannot be judged nobody can say that it became no worse, so it
 * counts as new; but not for the mesh as a whole, which every change would then be blamed for.
 */
function isAsBefore({ outcome, subject }: Finding, before: Finding | undefined): boolean {
  if (before === undefined) return false;
  return outcome !== "error" || (subject.kind === "mesh" && before.outcome === "error");
}

/** Adds to `known` which finding of base a finding of head is, each of them once. */
function pairFindings(
  now: readonly Finding[],
  then: readonly Finding[],
  key: (finding: Finding) => string,
  known: Map<Finding, Finding>,
): void {
  const taken = new Set(known.values());
  const open = new Map<string, Finding[]>();
  for (const finding of then) {
    if (taken.has(finding)) continue;
    const alike = open.get(key(finding));
    if (alike === undefined) open.set(key(finding), [finding]);
    else alike.push(finding);
  }
  for (const finding of now) {
    const alike = known.has(finding) ? [] : (open.get(key(finding)) ?? []);
    const found = alike.shift();
    if (found !== undefined) known.set(finding, found);
  }
}

function sum(parts: readonly Comparison[]): Comparison {
  return {
    findings: parts.flatMap(({ findings }) => findings),
    fixed: parts.flatMap(({ fixed }) => fixed),
    counts: parts.reduce((total, { counts }) => addCounts(total, counts), NO_COUNTS),
    applied: new Set(parts.flatMap(({ applied }) => [...applied])),
    weighed: [],
  };
}
