import { OPEN } from "../../src/model/key-tree.ts";
import type { KeyTree } from "../../src/model/key-tree.ts";
import type { FactTrees } from "../../src/policy/facts/key-tree.ts";

/** Facts of any name, for tests of what does not depend on the names. */
export const ANY_FACTS: FactTrees = { product: OPEN, consumer: OPEN, contract: OPEN, mesh: OPEN, common: OPEN };

/** Roots of paths below which there may be anything. */
export function openRoots(...names: readonly string[]): ReadonlyMap<string, KeyTree> {
  return new Map(names.map((name) => [name, OPEN]));
}
