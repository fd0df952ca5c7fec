import type { Rule } from "../../rule.ts";

/** Rows H of the table: service levels. */
export const SERVICE_LEVEL_RULES: readonly Rule[] = [];
