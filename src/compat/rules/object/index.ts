import type { Rule } from "../../rule.ts";

/** Rows A of the table: objects of a contract. */
export const OBJECT_RULES: readonly Rule[] = [];
