import type { Evidence } from "../../model/compatibility.ts";
import { whole } from "../../model/use.ts";
import type { ContractForm } from "../form/contract.ts";

/** What is known of what a reader reads of one contract. */
export interface Use {
  readonly evidence: Evidence;
  /** Objects and `object.field` paths that it is known to read; absent: everything. */
  readonly paths?: readonly string[];
  /** Whether it is known not to read anything else. */
  readonly isComplete: boolean;
  /** The contract of its own that says what it relies on. */
  readonly expectation?: ContractForm;
  /** Whether it must know every value of a list, or can do with values that it does not know; absent: not said. */
  readonly enums?: "exhaustive" | "tolerant";
}

/** Who declares nothing reads everything. */
export const EVERYTHING: Use = { evidence: "none", isComplete: true };

/**
 * What an input port declares in `meshgate.uses`: `orders.email`, `orders` or `orders.*` for a whole object, `*` for
 * everything.
 */
export function listedUse(uses: readonly string[]): Use {
  const paths = uses.map(whole);
  return { evidence: "uses", isComplete: true, ...(!paths.includes("*") && { paths }) };
}
