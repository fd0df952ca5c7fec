import type { Finding } from "../../model/finding.ts";
import type { RepoPath } from "../../model/location.ts";
import type { PlacedDescriptor } from "../../model/mesh.ts";
import { hasError } from "../../model/problem.ts";
import type { Problem } from "../../model/problem.ts";
import type { Report } from "../../model/report.ts";
import { judgeWhole, preview } from "./compare.ts";
import { counterexamples, openedForProof } from "./counterexample.ts";
import type { Looked } from "./discovered.ts";
import { excuse, proposedWaivers } from "./excuse.ts";
import type { Excused } from "./excuse.ts";
import { differing } from "./in-force.ts";
import { idlePolicies } from "./idle.ts";
import type { GovernInput } from "./input.ts";
import { planWhole } from "./plan.ts";
import type { Plan, SurveyedSide } from "./plan.ts";
import { ruleChanges } from "./rule-changes.ts";
import type { Rules } from "./rules.ts";
import { candidates } from "./scope.ts";
import type { Shelf } from "./shelf.ts";
import { surveyTree } from "./survey.ts";
import type { Survey } from "./survey.ts";
import { termsOf } from "./terms.ts";
import { worldOf } from "./world.ts";

/** What the proposed rules would say of the whole mesh, as far as those in force do not say it already. */
export interface Preview {
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
  /** Absent when the proposed rules cannot be read: then their faults are told. */
  readonly rules?: NonNullable<Report["rules"]>;
}

/** Judges all of head by the rules in force and by those that the change proposes. */
export function prepareSweep(
  input: GovernInput,
  proposed: Rules,
  shelf: Shelf,
): { readonly blobs: Plan["blobs"]; preview(touched: ReadonlySet<RepoPath>): Preview } {
  const apart = differing(input.rules, proposed, "asks");
  const [now, then] = [sweepOf(input, input.rules, apart, shelf), sweepOf(input, proposed, apart, shelf)];
  const proof = openedForProof(proposed, then.side);
  return {
    blobs: new Set([...now.blobs, ...then.blobs, ...blobsOf(proof)]),
    preview(touched) {
      const [current, next] = [now.judge(), then.judge()];
      const { survey } = then.side;
      const inspection = { rules: proposed, world: then.side.world, needed: next.needed, asOf: input.asOf };
      const changes = changesOf(input, proposed, { now: now.side, then: then.side });
      const problems = [
        ...idleIn(survey, input, proposed, next),
        ...proposedWaivers(inspection, touched),
        ...counterexamples(proposed, then.side, input.asOf),
        ...(changes?.problems ?? []),
      ];
      return { findings: preview(current, next), problems, ...(changes && { rules: changes.rules }) };
    },
  };
}

function blobsOf(placed: readonly PlacedDescriptor[]): readonly string[] {
  return placed.map(({ blob }) => blob);
}

/** In a mesh without descriptors every policy is idle, which says nothing of the policies. */
export function idleIn(
  { placed }: Survey,
  { asOf }: GovernInput,
  rules: Rules,
  { applied }: Pick<Excused, "applied">,
): readonly Problem[] {
  return placed.length === 0 ? [] : idlePolicies(rules, asOf, applied);
}

function changesOf(
  { rules, started = rules, asOf }: GovernInput,
  proposed: Rules,
  looked: Looked,
): { readonly problems: readonly Problem[]; readonly rules: NonNullable<Report["rules"]> } | undefined {
  if (hasError(proposed.problems)) return undefined;
  const { remarks, problems, ...changed } = ruleChanges(started, proposed, asOf, looked);
  return { problems: [...remarks, ...problems], rules: changed };
}

function sweepOf(
  input: GovernInput,
  rules: Rules,
  apart: ReadonlySet<string>,
  shelf: Shelf,
): { readonly blobs: Plan["blobs"]; readonly side: SurveyedSide; judge(): Excused } {
  const survey = surveyTree(candidates(input.head.tree, rules), input.readings, rules);
  const side = { survey, world: worldOf(survey, rules, shelf) };
  const terms = termsOf(input, rules, apart);
  const plan = planWhole(terms, side);
  return {
    blobs: plan.blobs,
    side,
    judge: () => excuse(judgeWhole(terms, side.world, plan), rules, input.asOf, { head: survey.mesh }),
  };
}
