import type { Report } from "../../model/report.ts";
import type { RepoPath } from "../../model/location.ts";
import type { Blobs } from "../../model/tree.ts";
import { assemble } from "./assemble.ts";
import type { GovernInput } from "./input.ts";
import { idlePolicies } from "./idle.ts";
import { judgeChange, judgeWhole, preview } from "./compare.ts";
import type { Comparison } from "./compare.ts";
import type { Judgement, Terms } from "./judge.ts";
import type { Finding } from "../../model/finding.ts";
import type { Problem } from "../../model/problem.ts";
import { planChange, planWhole } from "./plan.ts";
import type { Plan, SurveyedSide } from "./plan.ts";
import type { Rules } from "./rules.ts";
import { candidates, surveyTree } from "./survey.ts";
import type { CandidateFiles, Placement } from "./survey.ts";
import { documentShelf, worldOf } from "./world.ts";
import type { Shelf } from "./world.ts";

/** A run that knows what it will judge, and waits for the bytes of `blobs`. */
export interface Prepared {
  readonly blobs: Plan["blobs"];
  judge(blobs: Blobs): Report;
}

/** The files that must be read before a run can be prepared: every file of either tree that may hold descriptors. */
export function candidateFiles({
  head,
  base,
  rules,
  proposed,
}: Pick<GovernInput, "head" | "base" | "rules" | "proposed">): CandidateFiles {
  return [
    ...candidates(head.tree, rules),
    ...(base ? candidates(base.tree, rules) : []),
    ...(proposed ? candidates(head.tree, proposed) : []),
  ];
}

/**
 * The verdict on a change, or on a whole mesh. Pure: the same input gives the same report. `blobs` must hold every
 * candidate file of both trees; who cannot afford that calls `prepare` and loads only what the change needs.
 */
export function govern(input: GovernInput, blobs: Blobs): Report {
  return prepare(input).judge(blobs);
}

/** Surveys both sides and plans what to judge; needs readings, but no bytes yet. */
export function prepare(input: GovernInput): Prepared {
  const shelf = documentShelf();
  const terms = termsOf(input, input.rules);
  const { head, base } = surveySides(input, shelf);
  const touched = touchedFiles(input);
  const plan = base ? planChange(terms, head, base, touched) : planWhole(terms, head);
  const sweep = input.proposed && prepareSweep(input, input.proposed, shelf);
  return {
    blobs: new Set([...plan.blobs, ...(sweep?.blobs ?? [])]),
    judge(blobs) {
      shelf.stock(blobs);
      const compared = base ? judgeChange(terms, head.world, base.world, plan) : judgeWhole(terms, head.world, plan);
      const idle = base ? [] : idlePolicies(input.rules, compared.applied);
      const proposed = sweep?.preview() ?? { findings: [], problems: [] };
      const findings = [...compared.findings, ...proposed.findings];
      const problems = [...idle, ...proposed.problems];
      return assemble(input, { head, ...(base && { base }) }, plan, { ...compared, findings, problems }, touched);
    },
  };
}

function surveySides(input: GovernInput, shelf: Shelf): { readonly head: SurveyedSide; readonly base?: SurveyedSide } {
  const { rules, readings } = input;
  const placement: Placement = new Map();
  const base = input.base && surveyTree(candidates(input.base.tree, rules), readings, rules, placement);
  const head = surveyTree(candidates(input.head.tree, rules), readings, rules, placement, base);
  return {
    head: { survey: head, world: worldOf(head, rules, shelf) },
    ...(base && { base: { survey: base, world: worldOf(base, rules, shelf) } }),
  };
}

/** What the proposed rules would say of the whole mesh, as far as those in force do not say it already. */
interface Preview {
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
}

function prepareSweep(
  input: GovernInput,
  proposed: Rules,
  shelf: Shelf,
): { readonly blobs: Plan["blobs"]; preview(): Preview } {
  const [now, then] = [sweepOf(input, input.rules, shelf), sweepOf(input, proposed, shelf)];
  return {
    blobs: new Set([...now.blobs, ...then.blobs]),
    preview() {
      const [current, next] = [now.judge(), then.judge()];
      return { findings: preview(current, next), problems: idlePolicies(proposed, next.applied) };
    },
  };
}

function sweepOf(
  input: GovernInput,
  rules: Rules,
  shelf: Shelf,
): { readonly blobs: Plan["blobs"]; judge(): Comparison } {
  const survey = surveyTree(candidates(input.head.tree, rules), input.readings, rules, new Map());
  const world = worldOf(survey, rules, shelf);
  const terms = termsOf(input, rules);
  const plan = planWhole(terms, { survey, world });
  return { blobs: plan.blobs, judge: () => judgeWhole(terms, world, plan) };
}

function termsOf({ asOf, recall }: GovernInput, { policies, digest }: Rules): Terms {
  return { policies, digest, asOf, recall: recall ?? new Map<string, Judgement>() };
}

/** Files whose entry differs between base and head. */
function touchedFiles({ head, base }: GovernInput): ReadonlySet<RepoPath> {
  const touched = new Set<RepoPath>();
  if (base === undefined) return touched;
  for (const [file, entry] of head.tree) {
    const before = base.tree.get(file);
    if (before?.blob !== entry.blob || before.mode !== entry.mode) touched.add(file);
  }
  for (const file of base.tree.keys()) if (!head.tree.has(file)) touched.add(file);
  return touched;
}
