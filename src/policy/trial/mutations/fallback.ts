import type { Mutation } from "../site.ts";
import { callOf, operationOf } from "../site.ts";

const DEFAULT: ReadonlySet<string> = new Set(["default"]);

/** A fact without its fallback. */
export const fallback: Mutation = (site) => {
  if (callOf(site, DEFAULT) === undefined) return [];
  const [fact = null] = operationOf(site.written).items;
  return [{ written: fact, change: "fallback dropped" }];
};
