import type { Difference } from "../../../src/compat/compare.ts";
import { differences } from "../rules/example.ts";
import { PAIRS } from "../rules/pairs/index.ts";

/** Every difference of the pairs that test the rules, forth and back. */
export const SEEN: readonly Difference[] = Object.values(PAIRS)
  .flat()
  .flatMap(({ before, after }) => [...differences(before, after), ...differences(after, before)]);
