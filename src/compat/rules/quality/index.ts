import type { Rule } from "../../rule.ts";

/** Rows G of the table: quality rules. */
export const QUALITY_RULES: readonly Rule[] = [];
