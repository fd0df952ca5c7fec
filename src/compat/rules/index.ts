import type { Rule } from "../rule.ts";
import { FIELD_RULES } from "./field/index.ts";

/** Every rule, in the order of the table of the reference. */
export const RULES: readonly Rule[] = [...FIELD_RULES];
