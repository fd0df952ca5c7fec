import type { Evidence } from "../../model/compatibility.ts";
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
  const paths = uses.map((use) => plain(use).replace(/\.\*$/u, ""));
  return { evidence: "uses", isComplete: true, ...(!paths.includes("*") && { paths }) };
}

/** A path without the marks of list items and map values, which readers need not write. */
export function plain(path: string): string {
  return path.replaceAll(/\[\]|\{(?:key)?\}/gu, "").trim();
}

/** Whether two paths are the same, or one stands inside the other. */
export function isRelated(one: string, other: string): boolean {
  return one === other || one.startsWith(`${other}.`) || other.startsWith(`${one}.`);
}
