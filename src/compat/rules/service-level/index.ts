import type { Rule } from "../../rule.ts";
import { serviceLevelAdded } from "./added.ts";
import { serviceLevelChanged } from "./changed.ts";
import { serviceLevelEndAnnounced } from "./end-announced.ts";
import { serviceLevelEndEarlier } from "./end-earlier.ts";
import { serviceLevelEndLater } from "./end-later.ts";
import { serviceLevelEndWithdrawn } from "./end-withdrawn.ts";
import { serviceLevelRemoved } from "./removed.ts";
import { serviceLevelRetentionExtended } from "./retention-extended.ts";
import { serviceLevelRetentionShortened } from "./retention-shortened.ts";
import { serviceLevelRewritten } from "./rewritten.ts";
import { serviceLevelScheduleChanged } from "./schedule-changed.ts";
import { serviceLevelStrengthened } from "./strengthened.ts";
import { serviceLevelWeakened } from "./weakened.ts";
import { serviceLevelWordsChanged } from "./words-changed.ts";

/** Rows H of the table: service levels. */
export const SERVICE_LEVEL_RULES: readonly Rule[] = [
  serviceLevelAdded,
  serviceLevelRemoved,
  serviceLevelWeakened,
  serviceLevelStrengthened,
  serviceLevelRetentionShortened,
  serviceLevelRetentionExtended,
  serviceLevelRewritten,
  serviceLevelEndEarlier,
  serviceLevelEndLater,
  serviceLevelEndAnnounced,
  serviceLevelEndWithdrawn,
  serviceLevelScheduleChanged,
  serviceLevelChanged,
  serviceLevelWordsChanged,
];
