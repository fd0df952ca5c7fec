import type { Rule } from "../../rule.ts";

/** Rows F of the table: which values a field may hold. */
export const VALUE_RULES: readonly Rule[] = [];
