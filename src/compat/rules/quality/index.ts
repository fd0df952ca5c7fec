import type { Rule } from "../../rule.ts";
import { qualityAdded } from "./added.ts";
import { qualityChanged } from "./changed.ts";
import { qualityRemoved } from "./removed.ts";
import { qualitySeverityLowered } from "./severity-lowered.ts";
import { qualitySeverityRaised } from "./severity-raised.ts";
import { qualityThresholdLoosened } from "./threshold-loosened.ts";
import { qualityThresholdMoved } from "./threshold-moved.ts";
import { qualityThresholdTightened } from "./threshold-tightened.ts";
import { qualityValuesAdded } from "./values-added.ts";
import { qualityValuesRemoved } from "./values-removed.ts";
import { qualityWordsChanged } from "./words-changed.ts";

/** Rows G of the table: quality rules. */
export const QUALITY_RULES: readonly Rule[] = [
  qualityAdded,
  qualityRemoved,
  qualityThresholdLoosened,
  qualityThresholdTightened,
  qualityThresholdMoved,
  qualityValuesAdded,
  qualityValuesRemoved,
  qualitySeverityLowered,
  qualitySeverityRaised,
  qualityChanged,
  qualityWordsChanged,
];
