import type { Asking } from "./reads.ts";
import { readsAny } from "./reads.ts";

/** Facts of products that look further than one hop. */
const FAR = ["depth", "inCycle"];

/** Whether what a policy says of a product may depend on products that it neither reads nor is read by. */
export function readsFar(policy: Asking): boolean {
  return readsAny(policy, FAR);
}
