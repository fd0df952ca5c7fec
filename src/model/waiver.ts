import type { Day } from "./day.ts";
import type { Subject } from "./finding.ts";
import type { Location } from "./location.ts";

/** A dated exemption: findings of one policy on one subject that do not stop a change until it expires. */
export interface Waiver {
  readonly id: string;
  /** The domain in whose folder the waiver stands. */
  readonly domain: string;
  readonly policy: { readonly id: string; readonly major: number };
  readonly subject: Subject;
  /** Which element of the subject, as findings name it; absent: all of it. */
  readonly target?: string;
  readonly category: "waiver" | "mitigated";
  readonly reason: string;
  readonly ticket: string;
  readonly requestedBy: string;
  readonly from: Day;
  /** The first day on which it no longer holds. */
  readonly expires: Day;
  readonly location: Location;
}
