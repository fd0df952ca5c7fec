import type { Day } from "../../model/day.ts";
import { levelAt, turningDays, weight } from "../../model/enforcement.ts";
import type { Level } from "../../model/finding.ts";
import { governingDomain } from "../../model/governing.ts";
import type { PlacedDescriptor } from "../../model/mesh.ts";
import type { Problem } from "../../model/problem.ts";
import { evaluatePolicy } from "../../policy/evaluate.ts";
import { descriptorFacts } from "../../policy/facts/subject.ts";
import { isWithin } from "../../policy/params.ts";
import { EVERY_DOMAIN, isInScope } from "../../policy/policy.ts";
import type { Policy, PolicyOutcome } from "../../policy/policy.ts";
import type { World } from "../../policy/facts/world.ts";
import type { SurveyedSide } from "./plan.ts";
import { reachOf } from "./reach.ts";
import type { Rules } from "./rules.ts";

/** A domain's form of a policy beside everybody's, and where a proof against it is told. */
interface Rivals {
  readonly domain: string;
  readonly everybody: Policy;
  readonly own: Policy;
  readonly location: Problem["location"];
}

/** Descriptors whose documents `counterexamples` opens: those of every domain that binds something. */
export function openedForProof(rules: Rules, { survey, world }: SurveyedSide): readonly PlacedDescriptor[] {
  const rivals = rivalsIn(rules);
  return survey.placed
    .filter((placed) => rivals.some((rival) => isConcerned(rival, placed, world)))
    .flatMap((placed) => reachOf(world, placed).opened);
}

/**
 * Looks over the whole mesh for a descriptor that a domain's form of a policy lets off and everybody's would not: for a
 * binding that was refused, so that its authors see whom it means; for one that is in force, in case the proof that let
 * it in was wrong. One for each binding.
 */
export function counterexamples(rules: Rules, { survey, world }: SurveyedSide, asOf: Day): readonly Problem[] {
  return rivalsIn(rules).flatMap((rival): readonly Problem[] => {
    for (const placed of survey.placed) {
      if (!isConcerned(rival, placed, world)) continue;
      const facts = descriptorFacts({ head: world, asOf }, { head: placed }, placed.summary.id);
      const [common, own] = [evaluatePolicy(rival.everybody, facts), evaluatePolicy(rival.own, facts)];
      const found = common.flatMap((outcome) => {
        const other = own.find(({ target }) => target === outcome.target);
        const days = other === undefined ? undefined : looserDay(rival, outcome, other, asOf);
        return days === undefined || other === undefined ? [] : [{ outcome, other, day: days }];
      })[0];
      if (found !== undefined) return [proof(rival, placed, found)];
    }
    return [];
  });
}

function rivalsIn({ policies, refused, guild }: Rules): readonly Rivals[] {
  const general = (id: string): Policy | undefined =>
    policies.find((policy) => policy.id === id && !("only" in policy.scope));
  const inForce = policies.flatMap((own): readonly Rivals[] => {
    const everybody = general(own.id);
    if (!("only" in own.scope) || everybody === undefined) return [];
    const source = [...own.sources.values()].find(({ layer }) => layer.startsWith("domain "));
    const location = source?.location ?? { file: own.file, line: 1, column: 1, endLine: 1, endColumn: 1 };
    return [{ domain: own.scope.only, everybody: opened(everybody, own, guild.classifications), own, location }];
  });
  const turnedDown = refused.flatMap(({ domain, policy: own, location }): readonly Rivals[] => {
    const everybody = general(own.id);
    return everybody === undefined
      ? []
      : [{ domain, everybody: opened(everybody, own, guild.classifications), own, location }];
  });
  return [...inForce, ...turnedDown];
}

/** Everybody's form with those values of the domain's that the guild leaves to it: they are no loosening. */
function opened(everybody: Policy, own: Policy, classifications: readonly string[]): Policy {
  const params = Object.entries(everybody.params).map(([name, value]) => {
    const [param, set] = [everybody.declared.get(name), own.params[name]];
    const isOpen = param?.domains && set !== undefined && isWithin(param.domains, param.type, set, classifications);
    return [name, isOpen ? set : value] as const;
  });
  return { ...everybody, scope: EVERY_DOMAIN, params: Object.fromEntries(params) };
}

function isConcerned({ domain, own }: Rivals, placed: PlacedDescriptor, world: World): boolean {
  return (
    own.target.kind === placed.outline.kind &&
    own.type !== "change" &&
    isInScope({ only: domain }, governingDomain(world.mesh, placed))
  );
}

/** The first day from today on on which the domain's outcome weighs less than everybody's. */
function looserDay(
  { everybody, own }: Rivals,
  common: PolicyOutcome,
  other: PolicyOutcome,
  asOf: Day,
): Day | undefined {
  const turning = [...turningDays(everybody.schedule), ...turningDays(own.schedule)].filter((day) => day > asOf);
  return [asOf, ...turning.sort()].find(
    (day) => weightOf(other, levelAt(own.schedule, day)) < weightOf(common, levelAt(everybody.schedule, day)),
  );
}

/** What cannot be judged weighs as what fails: neither is a pass. */
function weightOf({ outcome }: PolicyOutcome, level: Level): number {
  return outcome === "fail" || outcome === "error" ? weight(level) : 0;
}

interface Found {
  readonly outcome: PolicyOutcome;
  readonly other: PolicyOutcome;
  readonly day: Day;
}

function proof(
  { domain, everybody, location }: Rivals,
  placed: PlacedDescriptor,
  { outcome, other, day }: Found,
): Problem {
  const { kind, id } = placed.outline;
  const target = outcome.target === "" ? "" : ` (${outcome.target})`;
  const now = other.outcome === "fail" ? "still fails, but weighs less" : `would be ${other.outcome}`;
  const message = `The ${kind} ${id}${target} in ${placed.file} proves that this is looser: by everybody's ${everybody.id} it fails (${outcome.message}), and in domain ${domain} it ${now} on ${day}.`;
  return { severity: "error", code: "binding-counterexample", message, path: "", location };
}
