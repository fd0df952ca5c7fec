import type { Rule } from "../../rule.ts";
import { contractAdded } from "./added.ts";
import { contractDeprecatedAdded } from "./deprecated-added.ts";
import { contractDeprecatedDropped } from "./deprecated-dropped.ts";
import { contractReleased } from "./released.ts";
import { contractRemoved } from "./removed.ts";
import { contractRetired } from "./retired.ts";
import { contractRevived } from "./revived.ts";
import { contractWithdrawn } from "./withdrawn.ts";

/** Rows K of the table that a contract tells by itself: it comes, is a draft, deprecated, retired, gone. */
export const LIFECYCLE_RULES: readonly Rule[] = [
  contractAdded,
  contractRemoved,
  contractReleased,
  contractWithdrawn,
  contractDeprecatedAdded,
  contractDeprecatedDropped,
  contractRetired,
  contractRevived,
];
