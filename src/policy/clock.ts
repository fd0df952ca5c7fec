import { CLOCKED } from "./facts/clocked.ts";
import type { Asking } from "./reads.ts";
import { readsAny } from "./reads.ts";

/**
 * Whether a policy may say something else of the same descriptors on another day: it reads the day, or a fact that
 * depends on it.
 */
export function readsClock(policy: Asking): boolean {
  return readsAny(policy, CLOCKED);
}
