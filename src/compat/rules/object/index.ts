import type { Rule } from "../../rule.ts";
import { objectAdded } from "./added.ts";
import { objectDeprecatedAdded } from "./deprecated-added.ts";
import { objectDeprecatedDropped } from "./deprecated-dropped.ts";
import { objectGranularityAdded } from "./granularity-added.ts";
import { objectGranularityChanged } from "./granularity-changed.ts";
import { objectGranularityDropped } from "./granularity-dropped.ts";
import { objectNameChanged } from "./name-changed.ts";
import { objectOrderChanged } from "./order-changed.ts";
import { objectPhysicalNameChanged } from "./physical-name-changed.ts";
import { objectPhysicalTypeChanged } from "./physical-type-changed.ts";
import { objectRemoved } from "./removed.ts";
import { objectRenamed } from "./renamed.ts";
import { objectWordsChanged } from "./words-changed.ts";

/** Rows A of the table: objects of a contract. */
export const OBJECT_RULES: readonly Rule[] = [
  objectAdded,
  objectRemoved,
  objectRenamed,
  objectNameChanged,
  objectPhysicalNameChanged,
  objectPhysicalTypeChanged,
  objectGranularityAdded,
  objectGranularityDropped,
  objectGranularityChanged,
  objectOrderChanged,
  objectDeprecatedAdded,
  objectDeprecatedDropped,
  objectWordsChanged,
];
