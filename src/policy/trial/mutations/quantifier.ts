import type { Mutation } from "../site.ts";
import { callOf, operationOf } from "../site.ts";

const QUANTIFIERS = ["every", "any", "no"];
const NAMES: ReadonlySet<string> = new Set(QUANTIFIERS);

/** Another number of elements. */
export const quantifier: Mutation = (site) => {
  const call = callOf(site, NAMES);
  if (call === undefined) return [];
  const { name } = call.operator;
  return QUANTIFIERS.filter((other) => other !== name).map((other) => ({
    written: { [other]: operationOf(site.written).argument },
    change: `${name} -> ${other}`,
  }));
};
