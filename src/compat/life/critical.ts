import type { ContractForm, Custom } from "../form/contract.ts";
import type { OutputPortForm, ProductForm } from "../product/form.ts";
import type { Trail } from "./trail.ts";
import { lastOf, trailsBelow, trailsIn, withParents } from "./trail.ts";

/** What can be marked as critical. */
interface Marked {
  readonly tags: readonly string[];
  readonly custom: Custom;
}

/** Whether an object or field is critical: by a mark on it, on anything in it, or on what it stands in. */
export function isCriticalElement(contract: ContractForm, trail: Trail, coreTag: string | undefined): boolean {
  const around = [contract, ...withParents(trail).map(lastOf)];
  return around.some((one) => isMarked(one, coreTag)) || trailsBelow(trail).some((one) => isCritical(one, coreTag));
}

/** Whether a contract is critical: by a mark on it, or on anything in it. */
export function isCriticalContract(contract: ContractForm, coreTag: string | undefined): boolean {
  return isMarked(contract, coreTag) || trailsIn(contract).some((one) => isCritical(one, coreTag));
}

/** Whether a product is critical, or an output port of it. */
export function isCriticalProduct(
  product: ProductForm,
  ports: readonly OutputPortForm[],
  coreTag: string | undefined,
): boolean {
  return product.core || [product, ...ports].some((one) => isMarked(one, coreTag));
}

function isCritical(trail: Trail, coreTag: string | undefined): boolean {
  const last = lastOf(trail);
  return ("critical" in last && last.critical) || isMarked(last, coreTag);
}

function isMarked({ tags, custom }: Marked, coreTag: string | undefined): boolean {
  return custom.get("meshgate.class") === "core" || (coreTag !== undefined && tags.includes(coreTag));
}
