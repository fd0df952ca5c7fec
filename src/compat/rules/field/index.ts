import type { Rule } from "../../rule.ts";
import { fieldAddedRequired } from "./added-required.ts";
import { fieldAdded } from "./added.ts";
import { fieldAliasAdded } from "./alias-added.ts";
import { fieldAliasRemoved } from "./alias-removed.ts";
import { fieldCriticalAdded } from "./critical-added.ts";
import { fieldCriticalDropped } from "./critical-dropped.ts";
import { fieldDeprecatedAdded } from "./deprecated-added.ts";
import { fieldDeprecatedDropped } from "./deprecated-dropped.ts";
import { fieldDerivationAdded } from "./derivation-added.ts";
import { fieldDerivationChanged } from "./derivation-changed.ts";
import { fieldDerivationDropped } from "./derivation-dropped.ts";
import { fieldEncryptedNameAdded } from "./encrypted-name-added.ts";
import { fieldEncryptedNameChanged } from "./encrypted-name-changed.ts";
import { fieldEncryptedNameDropped } from "./encrypted-name-dropped.ts";
import { fieldMoved } from "./moved.ts";
import { fieldNameChanged } from "./name-changed.ts";
import { fieldPhysicalNameChanged } from "./physical-name-changed.ts";
import { fieldRemovedRequired } from "./removed-required.ts";
import { fieldRemoved } from "./removed.ts";
import { fieldRenamedAliased } from "./renamed-aliased.ts";
import { fieldRenamedSwapped } from "./renamed-swapped.ts";
import { fieldRenamedToAlias } from "./renamed-to-alias.ts";
import { fieldRenamed } from "./renamed.ts";
import { fieldSemanticTypeChanged } from "./semantic-type-changed.ts";
import { fieldWordsChanged } from "./words-changed.ts";

/** Rows B of the table: fields come, go, are renamed or described otherwise. */
export const FIELD_RULES: readonly Rule[] = [
  fieldAdded,
  fieldAddedRequired,
  fieldRemoved,
  fieldRemovedRequired,
  fieldRenamed,
  fieldRenamedAliased,
  fieldRenamedToAlias,
  fieldRenamedSwapped,
  fieldAliasAdded,
  fieldAliasRemoved,
  fieldNameChanged,
  fieldPhysicalNameChanged,
  fieldMoved,
  fieldSemanticTypeChanged,
  fieldDerivationAdded,
  fieldDerivationDropped,
  fieldDerivationChanged,
  fieldEncryptedNameAdded,
  fieldEncryptedNameDropped,
  fieldEncryptedNameChanged,
  fieldCriticalAdded,
  fieldCriticalDropped,
  fieldDeprecatedAdded,
  fieldDeprecatedDropped,
  fieldWordsChanged,
];
