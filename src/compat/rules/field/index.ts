import type { Rule } from "../../rule.ts";
import { anyRules } from "../../rule.ts";
import { fieldRequiredAdded } from "./required-added.ts";
import { fieldRequiredDropped } from "./required-dropped.ts";

export const FIELD_RULES: readonly Rule[] = anyRules(fieldRequiredDropped, fieldRequiredAdded);
