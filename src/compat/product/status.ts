import type { ProductForm } from "./form.ts";

/** How much a product promises by its status: nothing yet, something, nothing any more. */
export type Stage = "draft" | "live" | "retired";

/** A status that no standard knows may promise something, so it counts as live. */
export function stageOf({ status }: ProductForm): Stage {
  if (status === "draft" || status === "proposed") return "draft";
  return status === "retired" ? "retired" : "live";
}

/** What is not said is active, and what is deprecated may have been anything that is live. */
const PLAIN = ["", "active", "deprecated"];

/** Whether one of two live statuses is a word of its own, so that only a person knows what it promises. */
export function isOtherPromise(before: ProductForm, after: ProductForm): boolean {
  const statuses = [before.status, after.status];
  return (
    before.status !== after.status &&
    [before, after].every((product) => stageOf(product) === "live") &&
    !statuses.includes("deprecated") &&
    !statuses.every((status) => PLAIN.includes(status))
  );
}

/** Whether the status says what the product said before, in another word. */
export function isRewritten(before: ProductForm, after: ProductForm): boolean {
  const isDeprecation = before.deprecated !== after.deprecated && [before.status, after.status].includes("deprecated");
  return (
    before.status !== after.status &&
    stageOf(before) === stageOf(after) &&
    !isDeprecation &&
    !isOtherPromise(before, after)
  );
}

/** Undefined: it stays, or the product is retired or comes back, which says more. */
export function deprecationMove(before: ProductForm, after: ProductForm): "added" | "dropped" | undefined {
  const isRetirement = stageOf(before) !== stageOf(after) && [before, after].some((one) => stageOf(one) === "retired");
  if (isRetirement || before.deprecated === after.deprecated) return undefined;
  return after.deprecated ? "added" : "dropped";
}

/** The key that says so. */
export function deprecationKey(before: ProductForm, after: ProductForm): "status" | "deprecated" {
  return [before.status, after.status].includes("deprecated") ? "status" : "deprecated";
}

export function statusText({ status }: ProductForm): string {
  return status === "" ? "not given" : status;
}
