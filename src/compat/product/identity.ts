import type { ProductForm } from "./form.ts";

/** Whether one of the two says that it had the id of the other: a rename, or one that is taken back. */
export function isSameIdentity(before: ProductForm, after: ProductForm): boolean {
  const had = (product: ProductForm, id: string): boolean => id !== "" && product.renamedFrom === id;
  return had(after, before.id) || had(before, after.id);
}
