import type { ProductRule } from "../../rule.ts";
import { outputPortAccessLoosened } from "./access-loosened.ts";
import { outputPortAccessTightened } from "./access-tightened.ts";
import { outputPortAccessUnclear } from "./access-unclear.ts";
import { outputPortAdded } from "./added.ts";
import { outputPortContractAdded } from "./contract-added.ts";
import { outputPortContractChanged } from "./contract-changed.ts";
import { outputPortContractRemoved } from "./contract-removed.ts";
import { outputPortCustomChanged } from "./custom-changed.ts";
import { outputPortDeprecatedAdded } from "./deprecated-added.ts";
import { outputPortDeprecatedDropped } from "./deprecated-dropped.ts";
import { outputPortInputContractsChanged } from "./input-contracts-changed.ts";
import { outputPortInterfaceClassAdded } from "./interface-class-added.ts";
import { outputPortInterfaceClassChanged } from "./interface-class-changed.ts";
import { outputPortInterfaceClassDropped } from "./interface-class-dropped.ts";
import { outputPortMeaningChanged } from "./meaning-changed.ts";
import { outputPortPrivacyLevelChanged } from "./privacy-level-changed.ts";
import { outputPortPrivacyLevelLowered } from "./privacy-level-lowered.ts";
import { outputPortPrivacyLevelRaised } from "./privacy-level-raised.ts";
import { outputPortRemoved } from "./removed.ts";
import { outputPortRenamed } from "./renamed.ts";
import { outputPortSunsetAnnounced } from "./sunset-announced.ts";
import { outputPortSunsetEarlier } from "./sunset-earlier.ts";
import { outputPortSunsetLater } from "./sunset-later.ts";
import { outputPortSunsetUnclear } from "./sunset-unclear.ts";
import { outputPortSunsetWithdrawn } from "./sunset-withdrawn.ts";
import { outputPortTypeAdded } from "./type-added.ts";
import { outputPortTypeChanged } from "./type-changed.ts";
import { outputPortTypeDropped } from "./type-dropped.ts";
import { outputPortVersionAdded } from "./version-added.ts";
import { outputPortVersionLowered } from "./version-lowered.ts";
import { outputPortVersionRaised } from "./version-raised.ts";
import { outputPortVersionRemoved } from "./version-removed.ts";
import { outputPortVersionReplaced } from "./version-replaced.ts";
import { outputPortVersionRestated } from "./version-restated.ts";
import { outputPortVersionUnclear } from "./version-unclear.ts";
import { outputPortWordsChanged } from "./words-changed.ts";

/** Rows K1 to K7 of the table: what a product offers. */
export const OUTPUT_PORT_RULES: readonly ProductRule[] = [
  outputPortAdded,
  outputPortVersionAdded,
  outputPortRemoved,
  outputPortVersionRemoved,
  outputPortRenamed,
  outputPortVersionRaised,
  outputPortVersionLowered,
  outputPortVersionRestated,
  outputPortVersionReplaced,
  outputPortVersionUnclear,
  outputPortContractAdded,
  outputPortContractRemoved,
  outputPortContractChanged,
  outputPortTypeAdded,
  outputPortTypeDropped,
  outputPortTypeChanged,
  outputPortInterfaceClassAdded,
  outputPortInterfaceClassDropped,
  outputPortInterfaceClassChanged,
  outputPortAccessTightened,
  outputPortAccessLoosened,
  outputPortAccessUnclear,
  outputPortPrivacyLevelRaised,
  outputPortPrivacyLevelLowered,
  outputPortPrivacyLevelChanged,
  outputPortInputContractsChanged,
  outputPortDeprecatedAdded,
  outputPortDeprecatedDropped,
  outputPortSunsetAnnounced,
  outputPortSunsetWithdrawn,
  outputPortSunsetEarlier,
  outputPortSunsetLater,
  outputPortSunsetUnclear,
  outputPortWordsChanged,
  outputPortCustomChanged,
  outputPortMeaningChanged,
];
