import type { ProductRule } from "../../rule.ts";
import { inputPortAdded } from "./added.ts";
import { inputPortContractChanged } from "./contract-changed.ts";
import { inputPortCustomChanged } from "./custom-changed.ts";
import { inputPortExpectsChanged } from "./expects-changed.ts";
import { inputPortExternalChanged } from "./external-changed.ts";
import { inputPortRemoved } from "./removed.ts";
import { inputPortRenamed } from "./renamed.ts";
import { inputPortRepinned } from "./repinned.ts";
import { inputPortUsesChanged } from "./uses-changed.ts";
import { inputPortWordsChanged } from "./words-changed.ts";

/** Row K5 of the table: what a product reads. Its own readers need nothing; whether it may read so is asked elsewhere. */
export const INPUT_PORT_RULES: readonly ProductRule[] = [
  inputPortAdded,
  inputPortRemoved,
  inputPortRenamed,
  inputPortRepinned,
  inputPortContractChanged,
  inputPortUsesChanged,
  inputPortExpectsChanged,
  inputPortExternalChanged,
  inputPortWordsChanged,
  inputPortCustomChanged,
];
