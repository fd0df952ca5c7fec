import type { Json } from "../../../model/json.ts";
import type { Mutation } from "../site.ts";
import { callOf, operationOf } from "../site.ts";
import { canBeBlank } from "../trees.ts";

/** Operators that differ only where both sides are equal. */
const NEIGHBOURS: ReadonlyMap<string, string> = new Map(
  [
    ["lt", "lte"],
    ["gt", "gte"],
    ["before", "notAfter"],
    ["after", "notBefore"],
  ].flatMap(([one = "", other = ""]) => [
    [one, other],
    [other, one],
  ]),
);

/** Operators that also hold for equal sides, and have no neighbour that does not. */
const INCLUSIVE: ReadonlySet<string> = new Set(["durationLte", "quantityLte", "semverGte", "atLeast"]);

/** What is there, and what has content: they differ for what is blank. */
const PRESENCE: ReadonlyMap<string, string> = new Map([
  ["has", "empty"],
  ["empty", "has"],
]);

/** The operator next to it: another answer only at the bound, or for blank values. */
export const boundary: Mutation = (site) => {
  const call = callOf(site);
  const name = call?.operator.name ?? "";
  const { argument, items } = operationOf(site.written);
  const neighbour = NEIGHBOURS.get(name);
  if (neighbour !== undefined) return [{ written: { [neighbour]: argument }, change: `${name} -> ${neighbour}` }];
  if (INCLUSIVE.has(name)) return [{ written: strict(name, items), change: `${name} -> ${name} but not equal` }];
  const presence = PRESENCE.get(name);
  const [fact] = call?.args ?? [];
  if (presence === undefined || fact?.kind !== "read" || !canBeBlank(fact, site.trees)) return [];
  return [{ written: { not: { [presence]: argument } }, change: `${name} -> not ${presence}` }];
};

/** `a` is before `b` without being equal when `b` is not before `a` or equal. */
function strict(name: string, [one = null, other = null]: readonly Json[]): Json {
  return { not: { [name]: [other, one] } };
}
