import type { Level } from "./finding.ts";
import type { Json } from "./json.ts";
import type { Location } from "./location.ts";
import type { Problem } from "./problem.ts";

/** A value in force, and who has set it where. */
export interface EffectiveValue {
  /** `level`, `existing`, `waiver`, or the name of a parameter. */
  readonly name: string;
  readonly kind: "level" | "grace" | "waiver" | "parameter";
  readonly value: Json;
  /** `pack baseline`, `guild`, `domain player`. */
  readonly layer: string;
  readonly location: Location;
}

export interface ListedPolicy {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly type: string;
  /** The word for what it judges: `product`, `contract.fields`. */
  readonly target: string;
  /** The domain whose form of it this is; absent: everybody's. */
  readonly domain?: string;
  /** On the day that was asked about. */
  readonly level: Level;
  /** Levels that come later, by day. */
  readonly later: readonly { readonly from: string; readonly level: Level }[];
  readonly values: readonly EffectiveValue[];
}

/** `meshgate/policy-list/v1`: the policies of a mesh on a day, or those that judge one product. */
export interface PolicyList {
  readonly schema: "meshgate/policy-list/v1";
  readonly asOf: string;
  /** Absent: every form of every policy. */
  readonly product?: { readonly id: string; readonly domain: string };
  readonly policies: readonly ListedPolicy[];
  readonly problems: readonly Problem[];
}
