import type { Rule } from "../rule.ts";
import { fieldRequiredAdded } from "./field/required-added.ts";
import { fieldRequiredDropped } from "./field/required-dropped.ts";

/** Every rule, in the order of the table of the reference. */
export const RULES = [fieldRequiredDropped, fieldRequiredAdded] as unknown as readonly Rule[];
