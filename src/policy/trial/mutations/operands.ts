import type { Mutation } from "../site.ts";
import { callOf, operationOf } from "../site.ts";

/** Operators that are easily asked the wrong way round. */
const DIRECTED: ReadonlySet<string> = new Set(["subset", "semverBump"]);

/** The two operands in the other order. */
export const operands: Mutation = (site) => {
  if (callOf(site, DIRECTED) === undefined) return [];
  const { name, items } = operationOf(site.written);
  return [{ written: { [name]: items.toReversed() }, change: "operands swapped" }];
};
