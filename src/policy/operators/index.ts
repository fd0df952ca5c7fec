import type { Operator } from "../language/operator.ts";
import { added } from "./added.ts";
import { addTime } from "./add-time.ts";
import { after } from "./after.ts";
import { ageDays } from "./age-days.ts";
import { and } from "./and.ts";
import { any } from "./any.ts";
import { atLeast } from "./at-least.ts";
import { before } from "./before.ts";
import { changed } from "./changed.ts";
import { contains } from "./contains.ts";
import { count } from "./count.ts";
import { defaultTo } from "./default.ts";
import { disjoint } from "./disjoint.ts";
import { durationLte } from "./duration-lte.ts";
import { empty } from "./empty.ts";
import { endsWith } from "./ends-with.ts";
import { eq } from "./eq.ts";
import { every } from "./every.ts";
import { gt } from "./gt.ts";
import { gte } from "./gte.ts";
import { has } from "./has.ts";
import { ifThenElse } from "./if.ts";
import { memberOf } from "./in.ts";
import { inValueSet } from "./in-value-set.ts";
import { intersects } from "./intersects.ts";
import { lookup } from "./lookup.ts";
import { lower } from "./lower.ts";
import { lt } from "./lt.ts";
import { lte } from "./lte.ts";
import { matches } from "./matches.ts";
import { maxLevel } from "./max-level.ts";
import { neq } from "./neq.ts";
import { no } from "./no.ts";
import { notAfter } from "./not-after.ts";
import { notBefore } from "./not-before.ts";
import { not } from "./not.ts";
import { or } from "./or.ts";
import { placeholder } from "./placeholder.ts";
import { quantityLte } from "./quantity-lte.ts";
import { removed } from "./removed.ts";
import { schemaValid } from "./schema-valid.ts";
import { semverBump } from "./semver-bump.ts";
import { semverGte } from "./semver-gte.ts";
import { semverSatisfies } from "./semver-satisfies.ts";
import { semverValid } from "./semver-valid.ts";
import { setEquals } from "./set-equals.ts";
import { startsWith } from "./starts-with.ts";
import { subset } from "./subset.ts";
import { teamExists } from "./team-exists.ts";
import { unique } from "./unique.ts";
import { words } from "./words.ts";

/** Everything that a rule can do beside reading a fact with `var`, in the order of the reference page. */
export const OPERATORS: readonly Operator[] = [
  ...[ifThenElse, and, or, not],
  ...[eq, neq, lt, lte, gt, gte],
  ...[has, empty, defaultTo],
  ...[matches, startsWith, endsWith, contains, lower, words, placeholder],
  ...[memberOf, setEquals, subset, intersects, disjoint, unique, count],
  ...[every, any, no],
  ...[before, after, notBefore, notAfter, addTime, ageDays, durationLte, quantityLte],
  ...[semverValid, semverGte, semverSatisfies, semverBump],
  ...[atLeast, maxLevel],
  ...[lookup, inValueSet, teamExists],
  ...[schemaValid, added, removed, changed],
];

const BY_NAME = new Map(
  OPERATORS.flatMap((operator) => [operator.name, ...operator.aliases].map((n) => [n, operator] as const)),
);

/** The operator with this name or alias. */
export function operatorNamed(name: string): Operator | undefined {
  return BY_NAME.get(name);
}

/** Every name and alias, for "did you mean". */
export function operatorNames(): readonly string[] {
  return ["var", ...BY_NAME.keys()];
}
