import type { Report } from "../../model/report.ts";
import type { Blobs } from "../../model/tree.ts";
import { assemble } from "./assemble.ts";
import type { GovernInput } from "./input.ts";
import { hidden, idleGlobs, nothingFound } from "./discovered.ts";
import { idlePolicies, missingPolicies } from "./idle.ts";
import { judgeChange, judgeWhole, preview } from "./compare.ts";
import type { Comparison } from "./compare.ts";
import type { Judgement, Terms } from "./judge.ts";
import type { Finding } from "../../model/finding.ts";
import { hasError } from "../../model/problem.ts";
import type { Problem } from "../../model/problem.ts";
import { planChange, planWhole } from "./plan.ts";
import type { Plan, SurveyedSide } from "./plan.ts";
import { ruleChanges } from "./rule-changes.ts";
import type { Rules } from "./rules.ts";
import { candidates, scopeOf } from "./scope.ts";
import type { Scope } from "./scope.ts";
import { surveyChange, surveyTree } from "./survey.ts";
import type { Survey } from "./survey.ts";
import { documentShelf } from "./shelf.ts";
import { worldOf } from "./world.ts";
import type { Contents, Shelf } from "./shelf.ts";

/** A run that knows what it will judge, and waits for the bytes of `blobs`. */
export interface Prepared {
  readonly blobs: Plan["blobs"];
  /** `contents` saves the parsing of those blobs that were read in this run. */
  judge(blobs: Blobs, contents?: Contents): Report;
}

/**
 * The verdict on a change, or on a whole mesh. Pure: the same input gives the same report. `blobs` must hold every
 * candidate file of both trees; who cannot afford that calls `prepare` and loads only what the change needs.
 */
export function govern(input: GovernInput, blobs: Blobs): Report {
  return prepare(input).judge(blobs);
}

/** Surveys both sides and plans what to judge; needs readings, but no bytes yet. */
export function prepare(input: GovernInput, scope: Scope = scopeOf(input)): Prepared {
  const shelf = documentShelf();
  const terms = termsOf(input, input.rules);
  const { touched } = scope;
  const { head, base } = surveySides(input, scope, shelf);
  const plan = base ? planChange(terms, head, base, touched) : planWhole(terms, head);
  const sweep = input.proposed && prepareSweep(input, input.proposed, shelf);
  return {
    blobs: new Set([...plan.blobs, ...(sweep?.blobs ?? [])]),
    judge(blobs, contents) {
      shelf.stock(blobs, contents);
      const compared = base ? judgeChange(terms, head.world, base.world, plan) : judgeWhole(terms, head.world, plan);
      const proposed = sweep?.preview() ?? { findings: [], problems: [] };
      const findings = [...compared.findings, ...proposed.findings];
      const whole = base
        ? []
        : [...idleIn(head.survey, input.rules, compared), ...idleGlobs(input.head.tree, input.rules)];
      const found = nothingFound(base ? "warning" : "error", head.survey, input.rules);
      const problems = [...whole, ...found, ...missingPolicies(input.rules), ...proposed.problems];
      return assemble(input, { head, ...(base && { base }) }, plan, { ...compared, findings, problems }, touched);
    },
  };
}

/** In a mesh without descriptors every policy is idle, which says nothing of the policies. */
function idleIn({ placed }: Survey, rules: Rules, { applied }: Comparison): readonly Problem[] {
  return placed.length === 0 ? [] : idlePolicies(rules, applied);
}

function surveySides(
  { base, rules, readings }: GovernInput,
  scope: Scope,
  shelf: Shelf,
): { readonly head: SurveyedSide; readonly base?: SurveyedSide } {
  const side = (survey: Survey): SurveyedSide => ({ survey, world: worldOf(survey, rules, shelf) });
  if (base === undefined) return { head: side(surveyTree(scope.start, readings, rules)) };
  const surveys = surveyChange(scope, readings, rules);
  return { head: side(surveys.head), base: side(surveys.base) };
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
      const problems = [
        ...idleIn(then.survey, proposed, next),
        ...proposedChanges(input, proposed, now.survey, then.survey),
      ];
      return { findings: preview(current, next), problems };
    },
  };
}

/** Rules that cannot be read say nothing of what they would be; their faults are told. */
function proposedChanges(
  { rules, started = rules }: GovernInput,
  proposed: Rules,
  now: Survey,
  then: Survey,
): readonly Problem[] {
  if (hasError(proposed.problems)) return [];
  const isSame = sameDiscovery(started, proposed);
  return [...ruleChanges(started, proposed), ...(isSame ? [] : hidden(now, then, proposed))];
}

function sameDiscovery({ settings: one }: Rules, { settings: other }: Rules): boolean {
  return JSON.stringify(one.discovery) === JSON.stringify(other.discovery);
}

function sweepOf(
  input: GovernInput,
  rules: Rules,
  shelf: Shelf,
): { readonly blobs: Plan["blobs"]; readonly survey: Survey; judge(): Comparison } {
  const survey = surveyTree(candidates(input.head.tree, rules), input.readings, rules);
  const world = worldOf(survey, rules, shelf);
  const terms = termsOf(input, rules);
  const plan = planWhole(terms, { survey, world });
  return { blobs: plan.blobs, survey, judge: () => judgeWhole(terms, world, plan) };
}

function termsOf({ asOf, recall }: GovernInput, { policies, digest }: Rules): Terms {
  return { policies, digest, asOf, recall: recall ?? new Map<string, Judgement>() };
}
