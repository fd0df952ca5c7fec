import type { Rule } from "../../rule.ts";

/** Rows B of the table: fields come, go, are renamed or described otherwise. */
export const FIELD_RULES: readonly Rule[] = [];
