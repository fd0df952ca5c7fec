import type { Rule } from "../../rule.ts";

/** Rows E of the table: keys, uniqueness, partitions, references. */
export const KEY_RULES: readonly Rule[] = [];
