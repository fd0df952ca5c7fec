import type { Report } from "../../model/report.ts";
import type { Blobs } from "../../model/tree.ts";
import { assemble } from "./assemble.ts";
import type { GovernInput } from "./input.ts";
import { hidden, idleGlobs, nothingFound } from "./discovered.ts";
import { excuse, proposedWaivers, waiverRemarks } from "./excuse.ts";
import type { Excused } from "./excuse.ts";
import { idlePolicies, missingPolicies } from "./idle.ts";
import { rulebookOf } from "./in-force.ts";
import { judgeChange, judgeWhole, preview } from "./compare.ts";
import type { Comparison } from "./compare.ts";
import type { Judgement, Terms } from "./judge.ts";
import type { Finding } from "../../model/finding.ts";
import type { RepoPath } from "../../model/location.ts";
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
      const raw = base ? judgeChange(terms, head.world, base.world, plan) : judgeWhole(terms, head.world, plan);
      const compared = excuse(raw, input.rules, input.asOf);
      const proposed = sweep?.preview(touched) ?? { findings: [], problems: [] };
      const findings = [...compared.findings, ...proposed.findings];
      const whole = base
        ? []
        : [
            ...idleIn(head.survey, input, input.rules, compared),
            ...idleGlobs(input.head.tree, input.rules),
            ...waiverRemarks({ rules: input.rules, mesh: head.survey.mesh, needed: compared.needed, asOf: input.asOf }),
          ];
      const empty = nothingFound(base ? "warning" : "error", head.survey, input.rules);
      const problems = [...whole, ...empty, ...missingPolicies(input.rules, input.asOf), ...proposed.problems];
      const found = { ...compared, findings, problems, ...(proposed.rules && { rules: proposed.rules }) };
      return assemble(input, { head, ...(base && { base }) }, plan, found, touched);
    },
  };
}

/** In a mesh without descriptors every policy is idle, which says nothing of the policies. */
function idleIn({ placed }: Survey, { asOf }: GovernInput, rules: Rules, { applied }: Comparison): readonly Problem[] {
  return placed.length === 0 ? [] : idlePolicies(rules, asOf, applied);
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
  readonly rules?: NonNullable<Report["rules"]>;
}

function prepareSweep(
  input: GovernInput,
  proposed: Rules,
  shelf: Shelf,
): { readonly blobs: Plan["blobs"]; preview(touched: ReadonlySet<RepoPath>): Preview } {
  const [now, then] = [sweepOf(input, input.rules, shelf), sweepOf(input, proposed, shelf)];
  return {
    blobs: new Set([...now.blobs, ...then.blobs]),
    preview(touched) {
      const [current, next] = [now.judge(), then.judge()];
      const inspection = { rules: proposed, mesh: then.survey.mesh, needed: next.needed, asOf: input.asOf };
      const changes = proposedChanges(input, proposed, now.survey, then.survey);
      const problems = [
        ...idleIn(then.survey, input, proposed, next),
        ...proposedWaivers(inspection, touched),
        ...(changes?.problems ?? []),
      ];
      return { findings: preview(current, next), problems, ...(changes && { rules: changes.rules }) };
    },
  };
}

/** Rules that cannot be read say nothing of what they would be; their faults are told. */
function proposedChanges(
  { rules, started = rules, asOf }: GovernInput,
  proposed: Rules,
  now: Survey,
  then: Survey,
): { readonly problems: readonly Problem[]; readonly rules: NonNullable<Report["rules"]> } | undefined {
  if (hasError(proposed.problems)) return undefined;
  const isSame = sameDiscovery(started, proposed);
  const { problems, ...changed } = ruleChanges(started, proposed, asOf);
  return { problems: [...problems, ...(isSame ? [] : hidden(now, then, proposed))], rules: changed };
}

function sameDiscovery({ settings: one }: Rules, { settings: other }: Rules): boolean {
  return JSON.stringify(one.discovery) === JSON.stringify(other.discovery);
}

function sweepOf(
  input: GovernInput,
  rules: Rules,
  shelf: Shelf,
): { readonly blobs: Plan["blobs"]; readonly survey: Survey; judge(): Excused } {
  const survey = surveyTree(candidates(input.head.tree, rules), input.readings, rules);
  const world = worldOf(survey, rules, shelf);
  const terms = termsOf(input, rules);
  const plan = planWhole(terms, { survey, world });
  return { blobs: plan.blobs, survey, judge: () => excuse(judgeWhole(terms, world, plan), rules, input.asOf) };
}

function termsOf({ asOf, recall }: GovernInput, rules: Rules): Terms {
  return { rulebook: rulebookOf(rules, asOf), asOf, recall: recall ?? new Map<string, Judgement>() };
}
