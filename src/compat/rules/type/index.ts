import type { Rule } from "../../rule.ts";

/** Rows C of the table: types of fields. */
export const TYPE_RULES: readonly Rule[] = [];
