import type { GovernInput } from "../../../../src/app/govern/input.ts";
import { planChange } from "../../../../src/app/govern/plan.ts";
import type { Plan, SurveyedSide } from "../../../../src/app/govern/plan.ts";
import { candidates, surveyChange, surveyTree } from "../../../../src/app/govern/survey.ts";
import type { Survey } from "../../../../src/app/govern/survey.ts";
import { documentShelf } from "../../../../src/app/govern/shelf.ts";
import { worldOf } from "../../../../src/app/govern/world.ts";
import type { RepoPath } from "../../../../src/model/location.ts";
import { differingFiles } from "../../../../src/model/tree.ts";
import { BLOBS } from "./runs.ts";

/** Both sides of a change as a run surveys them, and what the run would judge. */
export interface Sides {
  readonly head: SurveyedSide;
  readonly base: SurveyedSide;
  readonly touched: ReadonlySet<RepoPath>;
  readonly plan: Plan;
}

export function sidesOf({ head, base, rules, readings, asOf }: GovernInput): Sides {
  if (base === undefined) throw new Error("a change has a base");
  const shelf = documentShelf();
  shelf.stock(BLOBS);
  const side = (survey: Survey): SurveyedSide => ({ survey, world: worldOf(survey, rules, shelf) });
  const touched = differingFiles(base.tree, head.tree);
  const before = surveyTree(candidates(base.tree, rules), readings, rules);
  const files = candidates(head.tree, rules).filter(([file]) => touched.has(file));
  const sides = { base: side(before), head: side(surveyChange(before, files, touched, readings, rules)) };
  const terms = { policies: [], digest: "", asOf, recall: new Map() };
  return { ...sides, touched, plan: planChange(terms, sides.head, sides.base, touched) };
}
