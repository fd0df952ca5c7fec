import type { Rule } from "../../rule.ts";
import { fieldPartitionChanged } from "./partition-changed.ts";
import { objectPrimaryKeyLoosened } from "./primary-key-loosened.ts";
import { objectPrimaryKeyReordered } from "./primary-key-reordered.ts";
import { objectPrimaryKeyReplaced } from "./primary-key-replaced.ts";
import { objectPrimaryKeyTightened } from "./primary-key-tightened.ts";
import { relationshipAdded } from "./relationship-added.ts";
import { relationshipRemoved } from "./relationship-removed.ts";
import { relationshipRetargeted } from "./relationship-retargeted.ts";
import { fieldUniqueAdded } from "./unique-added.ts";
import { fieldUniqueDropped } from "./unique-dropped.ts";

/** Rows E of the table: keys, uniqueness, partitions, references. */
export const KEY_RULES: readonly Rule[] = [
  fieldUniqueDropped,
  fieldUniqueAdded,
  objectPrimaryKeyLoosened,
  objectPrimaryKeyTightened,
  objectPrimaryKeyReplaced,
  objectPrimaryKeyReordered,
  fieldPartitionChanged,
  relationshipAdded,
  relationshipRemoved,
  relationshipRetargeted,
];
