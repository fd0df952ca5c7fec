import type { Problem } from "../../model/problem.ts";
import type { Report } from "../../model/report.ts";
import type { Blobs } from "../../model/tree.ts";
import { assemble } from "./assemble.ts";
import { cutHistory } from "./compat/cut-history.ts";
import { judgeChange, judgeWhole } from "./compare.ts";
import { counterexamples, openedForProof } from "./counterexample.ts";
import { idleGlobs, nothingFound } from "./discovered.ts";
import { excuse, waiverRemarks } from "./excuse.ts";
import type { Excused } from "./excuse.ts";
import { missingPolicies } from "./idle.ts";
import type { GovernInput } from "./input.ts";
import { planChange, planWhole } from "./plan.ts";
import type { Plan, SurveyedSide } from "./plan.ts";
import { scopeOf } from "./scope.ts";
import type { Scope } from "./scope.ts";
import { documentShelf } from "./shelf.ts";
import type { Contents, Shelf } from "./shelf.ts";
import { surveyChange, surveyTree } from "./survey.ts";
import type { Survey } from "./survey.ts";
import { idleIn, prepareSweep } from "./sweep.ts";
import { termsOf } from "./terms.ts";
import { worldOf } from "./world.ts";
import type { Around } from "./world.ts";

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
  const { rules, asOf } = input;
  const terms = termsOf(input, rules);
  const { head, base } = surveySides(input, scope, shelf);
  const plan = base ? planChange(terms, head, base, scope.touched) : planWhole(terms, head);
  const proof = base ? [] : openedForProof(rules, head);
  const sweep = input.proposed && prepareSweep(input, input.proposed, shelf);
  return {
    blobs: new Set([...plan.blobs, ...proof.map(({ blob }) => blob), ...(sweep?.blobs ?? [])]),
    judge(blobs, contents) {
      shelf.stock(blobs, contents);
      const raw = base ? judgeChange(terms, head.world, base.world, plan) : judgeWhole(terms, head.world, plan);
      const compared = excuse(raw, rules, asOf, { head: head.survey.mesh, base: base?.survey.mesh });
      const proposed = sweep?.preview(scope.touched);
      const problems = [
        ...(base ? [] : remarksOnAll(input, head, compared)),
        ...nothingFound(base ? "warning" : "error", head.survey, rules),
        ...missingPolicies(rules, asOf),
        ...cutHistory(input.landings, compared.weighed),
        ...(proposed?.problems ?? []),
      ];
      const findings = [...compared.findings, ...(proposed?.findings ?? [])];
      const found = { ...compared, findings, problems, ...(proposed?.rules && { rules: proposed.rules }) };
      return assemble(input, { head, ...(base && { base }) }, plan, found, scope.touched);
    },
  };
}

/** What is to be said of the rules themselves when everything was judged. */
function remarksOnAll(input: GovernInput, head: SurveyedSide, compared: Excused): readonly Problem[] {
  const { rules, asOf } = input;
  const { needed } = compared;
  return [
    ...idleIn(head.survey, input, rules, compared),
    ...idleGlobs(input.head.tree, rules),
    ...waiverRemarks({ rules, world: head.world, needed, asOf }),
    ...counterexamples(rules, head, asOf),
  ];
}

export function surveySides(
  { base, head, rules, readings, landings }: GovernInput,
  scope: Scope,
  shelf: Shelf,
): { readonly head: SurveyedSide; readonly base?: SurveyedSide } {
  const side = (survey: Survey, around: Around): SurveyedSide => ({
    survey,
    world: worldOf(survey, rules, shelf, around),
  });
  if (base === undefined) return { head: side(surveyTree(scope.start, readings, rules), head) };
  const surveys = surveyChange(scope, readings, rules);
  const before = { tree: base.tree, ...(landings && { landings }) };
  return { head: side(surveys.head, { tree: head.tree }), base: side(surveys.base, before) };
}
