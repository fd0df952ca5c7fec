import { NAME_REUSED } from "./life/names.ts";
import { PRODUCT_RULES } from "./product/rules/index.ts";
import { RULES } from "./rules/index.ts";

/** Rules that look at more than two contracts. */
export const LIFE_RULES = [NAME_REUSED];

/** Ids of all rules that settings may name. */
export const RULE_IDS: ReadonlySet<string> = new Set([...RULES, ...LIFE_RULES, ...PRODUCT_RULES].map(({ id }) => id));
