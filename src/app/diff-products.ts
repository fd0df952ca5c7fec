import { compareProducts } from "../compat/product/compare.ts";
import type { Difference } from "../compat/difference.ts";
import { productForm } from "../compat/product/read.ts";
import type { Json } from "../model/json.ts";

/** What changes between two products, and what else to know of it. Nothing but the two files is looked at. */
export function diffProducts(
  before: Json,
  after: Json,
  isAsked: boolean,
): { readonly differences: readonly Difference[]; readonly notes: readonly string[] } {
  const differences = compareProducts(productForm(before), productForm(after));
  const isRepointed = differences.some(({ ruleId }) => ruleId === "outputPort.contract.changed");
  return {
    differences,
    notes: [
      ...(isRepointed ? ["The contracts of the ports are not looked at: compare them by themselves."] : []),
      ...(isAsked
        ? ["Readers are only looked for where two contracts are compared; `meshgate check` knows them."]
        : []),
    ],
  };
}
