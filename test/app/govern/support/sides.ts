import type { GovernInput } from "../../../../src/app/govern/input.ts";
import { planChange } from "../../../../src/app/govern/plan.ts";
import type { Plan, SurveyedSide } from "../../../../src/app/govern/plan.ts";
import { scopeOf } from "../../../../src/app/govern/scope.ts";
import { surveyChange } from "../../../../src/app/govern/survey.ts";
import type { Survey } from "../../../../src/app/govern/survey.ts";
import { documentShelf } from "../../../../src/app/govern/shelf.ts";
import { worldOf } from "../../../../src/app/govern/world.ts";
import type { RepoPath } from "../../../../src/model/location.ts";
import { BLOBS } from "./runs.ts";

/** Both sides of a change as a run surveys them, and what the run would judge. */
export interface Sides {
  readonly head: SurveyedSide;
  readonly base: SurveyedSide;
  readonly touched: ReadonlySet<RepoPath>;
  readonly plan: Plan;
}

/** `isFar`: as if a policy read facts that look further than one hop. */
export function sidesOf(input: GovernInput, isFar = false): Sides {
  const { rules, readings, asOf } = input;
  const shelf = documentShelf();
  shelf.stock(BLOBS);
  const side = (survey: Survey): SurveyedSide => ({ survey, world: worldOf(survey, rules, shelf) });
  const scope = scopeOf(input);
  const surveys = surveyChange(scope, readings, rules);
  const sides = { base: side(surveys.base), head: side(surveys.head) };
  const terms = {
    rulebook: () => ({ policies: [], parts: () => [{ policies: [], key: "", isFar }], changes: [] }),
    isFar,
    asOf,
    recall: new Map(),
    compatibility: rules.settings.compatibility,
  };
  return { ...sides, touched: scope.touched, plan: planChange(terms, sides.head, sides.base, scope.touched) };
}
