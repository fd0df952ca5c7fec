import type { Rule } from "../../rule.ts";

/** Rows I of the table: classification, roles, price, terms, ownership. */
export const GOVERNANCE_RULES: readonly Rule[] = [];
