import type { Difference } from "../difference.ts";
import type { Both, Found, Pair, RuleTerms } from "../rule.ts";
import type { InputPortForm, ManagementPortForm, OutputPortForm, ProductForm } from "./form.ts";

/** What rules of each level look at. Whatever stands inside something added or removed is not looked at. */
export interface ProductLevels {
  readonly product: ProductForm;
  readonly outputPort: OutputPortForm;
  readonly inputPort: InputPortForm;
  readonly managementPort: ManagementPortForm;
}

export type ProductLevel = keyof ProductLevels;

/** What stands around a port. */
export interface PortSurroundings {
  /** Names of all ports of the kind. */
  readonly names: Both<ReadonlySet<string>>;
  /** Output ports that are new: one that is gone may be called so now. */
  readonly newcomers: readonly OutputPortForm[];
  /** Of a port that names another contract: how the two contracts differ; undefined where one of them is not known. */
  readonly contracts?: readonly Difference[];
}

/** One kind of change of a product. A rule is asked about pairs of its level and never looks for them. */
export interface ProductRule<L extends ProductLevel = ProductLevel> extends RuleTerms {
  readonly level: L;
  find(pair: Pair<ProductLevels[L]>, around: PortSurroundings): readonly Found[];
}

/** Checks the types of a rule where it is written. */
export function productRule<L extends ProductLevel>(definition: ProductRule<L>): ProductRule<L> {
  return definition;
}
