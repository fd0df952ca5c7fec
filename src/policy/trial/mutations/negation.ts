import { OPPOSITES } from "../opposites.ts";
import type { Mutation } from "../site.ts";
import { conditionOf, operationOf } from "../site.ts";

/** A condition turned round. */
export const negation: Mutation = (site) => {
  const call = conditionOf(site);
  // What stands under `not` is turned round by taking the `not` away.
  if (call === undefined || site.under?.operator.name === "not") return [];
  const { argument, items } = operationOf(site.written);
  const { name } = call.operator;
  if (name === "not") return [{ written: items[0] ?? null, change: "not removed" }];
  const opposite = OPPOSITES.get(name);
  return opposite === undefined
    ? [{ written: { not: site.written }, change: "negated" }]
    : [{ written: { [opposite]: argument }, change: `${name} -> ${opposite}` }];
};
