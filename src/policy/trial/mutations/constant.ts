import type { Json } from "../../../model/json.ts";
import { readsOf } from "../../language/check.ts";
import type { Call, Read } from "../../language/operator.ts";
import type { Mutation, Site } from "../site.ts";
import { conditionOf } from "../site.ts";

/** A condition that always has the same answer, whatever is missing. */
export const constant: Mutation = (site) => {
  const call = conditionOf(site);
  // Under `not` it is the same as its opposite in place of the `not`.
  if (call === undefined || site.under?.operator.name === "not") return [];
  return [
    { holds: true, change: "always true" },
    { holds: false, change: "always false" },
  ]
    .filter(({ holds }) => !isDropped(site.under, holds))
    .map(({ holds, change }) => ({ written: always(holds, site, call), change }));
};

/** In `and` a condition that is always true is one less; in `or` one that never is. */
function isDropped(under: Call | undefined, holds: boolean): boolean {
  return (under?.operator.name === "and" && holds) || (under?.operator.name === "or" && !holds);
}

/** The profile knows no constants: a fact is there, or it is not. */
function always(holds: boolean, { written, trees }: Site, call: Call): Json {
  const read = readIn(call, trees.has("item"));
  const condition: Json = read === undefined ? written : { has: { var: [...read.steps] } };
  return { [holds ? "or" : "and"]: [condition, { not: condition }] };
}

/** A fact that the condition reads. A condition on the elements of a list must read the element. */
function readIn(call: Call, isOnElement: boolean): Read | undefined {
  const reads = readsOf(call).filter(({ steps: [root] }) => root !== "params");
  const [outer, inner] = [reads.find((read) => !isOfItem(read)), reads.find(isOfItem)];
  return isOnElement ? (inner ?? outer) : outer;
}

function isOfItem({ steps: [root] }: Read): boolean {
  return root === "item";
}
