import type { Axis, AxisState, Bump, Change, ChangeClass } from "./compatibility.ts";

/** `meshgate/diff/v1`: the answer of `diff`. */
export interface Diff {
  readonly schema: "meshgate/diff/v1";
  readonly from: DiffSide;
  readonly to: DiffSide;
  /** The worst of all changes; `none` where the contracts say the same. */
  readonly class: ChangeClass | "none";
  /** `broken` where any change breaks it, else `unknown` where any cannot be told. */
  readonly axes: Readonly<Record<Axis, AxisState>>;
  readonly declaredBump: Bump | "lowered" | "unknown";
  readonly requiredBump: Bump;
  /** The version to write; null where the one before is not semantic. */
  readonly nextVersion: string | null;
  /** Whether the declared version does what the changes ask for. */
  readonly versionIsEnough: boolean;
  readonly changes: readonly Change[];
}

export interface DiffSide {
  readonly file: string;
  readonly id: string;
  readonly version: string;
}
