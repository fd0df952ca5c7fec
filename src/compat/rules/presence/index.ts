import type { Rule } from "../../rule.ts";
import { fieldRequiredAdded } from "./required-added.ts";
import { fieldRequiredDropped } from "./required-dropped.ts";

/** Rows D of the table: whether a field may be null. */
export const PRESENCE_RULES: readonly Rule[] = [fieldRequiredDropped, fieldRequiredAdded];
