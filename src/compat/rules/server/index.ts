import type { Rule } from "../../rule.ts";

/** Rows J of the table: servers, location, format. */
export const SERVER_RULES: readonly Rule[] = [];
