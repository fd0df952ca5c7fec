import type { ProductRule } from "../../rule.ts";
import { productAdded } from "./added.ts";
import { productCoreAdded } from "./core-added.ts";
import { productCoreDropped } from "./core-dropped.ts";
import { productCustomChanged } from "./custom-changed.ts";
import { productDeprecatedAdded } from "./deprecated-added.ts";
import { productDeprecatedDropped } from "./deprecated-dropped.ts";
import { productDomainChanged } from "./domain-changed.ts";
import { productIdChanged } from "./id-changed.ts";
import { productMeaningChanged } from "./meaning-changed.ts";
import { productOwnerChanged } from "./owner-changed.ts";
import { productOwnerGained } from "./owner-gained.ts";
import { productOwnerLost } from "./owner-lost.ts";
import { productRemoved } from "./removed.ts";
import { productRenamed } from "./renamed.ts";
import { productStatusActivated } from "./status-activated.ts";
import { productStatusChanged } from "./status-changed.ts";
import { productStatusRetired } from "./status-retired.ts";
import { productStatusRevived } from "./status-revived.ts";
import { productStatusRewritten } from "./status-rewritten.ts";
import { productStatusWithdrawn } from "./status-withdrawn.ts";
import { productSunsetAnnounced } from "./sunset-announced.ts";
import { productSunsetEarlier } from "./sunset-earlier.ts";
import { productSunsetLater } from "./sunset-later.ts";
import { productSunsetUnclear } from "./sunset-unclear.ts";
import { productSunsetWithdrawn } from "./sunset-withdrawn.ts";
import { productSupportChanged } from "./support-changed.ts";
import { productSupportGained } from "./support-gained.ts";
import { productSupportLost } from "./support-lost.ts";
import { productTeamChanged } from "./team-changed.ts";
import { productTenantChanged } from "./tenant-changed.ts";
import { productTermsChanged } from "./terms-changed.ts";
import { productWordsChanged } from "./words-changed.ts";

/** Rows K and I of the table: the product as a whole. */
export const WHOLE_RULES: readonly ProductRule[] = [
  productAdded,
  productRemoved,
  productIdChanged,
  productRenamed,
  productStatusActivated,
  productStatusWithdrawn,
  productStatusRetired,
  productStatusRevived,
  productStatusChanged,
  productStatusRewritten,
  productDeprecatedAdded,
  productDeprecatedDropped,
  productSunsetAnnounced,
  productSunsetWithdrawn,
  productSunsetEarlier,
  productSunsetLater,
  productSunsetUnclear,
  productDomainChanged,
  productTenantChanged,
  productOwnerChanged,
  productOwnerLost,
  productOwnerGained,
  productTeamChanged,
  productSupportLost,
  productSupportGained,
  productSupportChanged,
  productCoreAdded,
  productCoreDropped,
  productTermsChanged,
  productWordsChanged,
  productCustomChanged,
  productMeaningChanged,
];
