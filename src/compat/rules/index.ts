import type { Rule } from "../rule.ts";
import { FIELD_RULES } from "./field/index.ts";
import { GOVERNANCE_RULES } from "./governance/index.ts";
import { KEY_RULES } from "./key/index.ts";
import { LIFECYCLE_RULES } from "./lifecycle/index.ts";
import { OBJECT_RULES } from "./object/index.ts";
import { PRESENCE_RULES } from "./presence/index.ts";
import { QUALITY_RULES } from "./quality/index.ts";
import { SERVER_RULES } from "./server/index.ts";
import { SERVICE_LEVEL_RULES } from "./service-level/index.ts";
import { SUNSET_RULES } from "./sunset/index.ts";
import { TYPE_RULES } from "./type/index.ts";
import { VALUE_RULES } from "./value/index.ts";

/** Every rule, in the order of the table of the reference. */
export const RULES: readonly Rule[] = [
  ...OBJECT_RULES,
  ...FIELD_RULES,
  ...TYPE_RULES,
  ...PRESENCE_RULES,
  ...KEY_RULES,
  ...VALUE_RULES,
  ...QUALITY_RULES,
  ...SERVICE_LEVEL_RULES,
  ...GOVERNANCE_RULES,
  ...SERVER_RULES,
  ...LIFECYCLE_RULES,
  ...SUNSET_RULES,
];
