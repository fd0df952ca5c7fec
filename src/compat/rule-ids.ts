import { RULES } from "./rules/index.ts";

/** Ids of all rules that settings may name. */
export const RULE_IDS: ReadonlySet<string> = new Set(RULES.map(({ id }) => id));
