import type { Asking } from "./reads.ts";
import { readsAny } from "./reads.ts";

/**
 * Whether a policy may say something else of the same descriptors on every other day: it reads the day itself. What
 * facts about owners and members say depends on who has left a team by then, which is known of each descriptor.
 */
export function readsDay(policy: Asking): boolean {
  return readsAny(policy, ["asOf"]);
}
