import type { Rule } from "../../rule.ts";
import { contractCustomChanged } from "./contract-custom-changed.ts";
import { contractDomainChanged } from "./contract-domain-changed.ts";
import { contractMeaningChanged } from "./contract-meaning-changed.ts";
import { contractPriceChanged } from "./contract-price-changed.ts";
import { contractPriceLowered } from "./contract-price-lowered.ts";
import { contractPriceRaised } from "./contract-price-raised.ts";
import { contractSupportChanged } from "./contract-support-changed.ts";
import { contractSupportGained } from "./contract-support-gained.ts";
import { contractSupportLost } from "./contract-support-lost.ts";
import { contractTeamChanged } from "./contract-team-changed.ts";
import { contractTenantChanged } from "./contract-tenant-changed.ts";
import { contractTermsChanged } from "./contract-terms-changed.ts";
import { contractWordsChanged } from "./contract-words-changed.ts";
import { fieldClassificationChanged } from "./field-classification-changed.ts";
import { fieldClassificationLowered } from "./field-classification-lowered.ts";
import { fieldClassificationRaised } from "./field-classification-raised.ts";
import { fieldCustomChanged } from "./field-custom-changed.ts";
import { fieldMeaningChanged } from "./field-meaning-changed.ts";
import { fieldPersonalAdded } from "./field-personal-added.ts";
import { fieldPersonalDropped } from "./field-personal-dropped.ts";
import { objectCustomChanged } from "./object-custom-changed.ts";
import { objectMeaningChanged } from "./object-meaning-changed.ts";
import { roleAccessChanged } from "./role-access-changed.ts";
import { roleAdded } from "./role-added.ts";
import { roleApproversChanged } from "./role-approvers-changed.ts";
import { roleRemoved } from "./role-removed.ts";
import { roleRenamed } from "./role-renamed.ts";
import { roleWordsChanged } from "./role-words-changed.ts";

/** Rows I of the table: classification, roles, price, terms, ownership. */
export const GOVERNANCE_RULES: readonly Rule[] = [
  fieldClassificationRaised,
  fieldClassificationLowered,
  fieldClassificationChanged,
  fieldPersonalAdded,
  fieldPersonalDropped,
  roleAdded,
  roleRemoved,
  roleRenamed,
  roleAccessChanged,
  roleApproversChanged,
  roleWordsChanged,
  contractWordsChanged,
  contractPriceRaised,
  contractPriceLowered,
  contractPriceChanged,
  contractTermsChanged,
  contractTeamChanged,
  contractSupportChanged,
  contractSupportLost,
  contractSupportGained,
  contractDomainChanged,
  contractTenantChanged,
  contractMeaningChanged,
  contractCustomChanged,
  objectMeaningChanged,
  objectCustomChanged,
  fieldMeaningChanged,
  fieldCustomChanged,
];
