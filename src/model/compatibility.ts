import type { Json } from "./json.ts";
import type { Location } from "./location.ts";

/**
 * The two questions about a change of a contract. `consumer`: does everything that arrives tomorrow satisfy what readers
 * were promised (Confluent calls it forward). `producer`: does what exists, stored rows and running pipelines, satisfy the
 * new contract (Confluent: backward).
 */
export type Axis = "consumer" | "producer";
export const AXES: readonly Axis[] = ["consumer", "producer"];

export type AxisState = "ok" | "broken" | "unknown";

export interface AxisVerdict {
  readonly verdict: AxisState;
  readonly reason: string;
  /** A row that is valid on one side and not on the other, where the change is about records. */
  readonly witness?: Json;
}

/** What a change means by default: `breaking` blocks, `risky` needs somebody who knows, `safe` and `docs` need nobody. */
export type ChangeClass = "breaking" | "risky" | "safe" | "docs";
/** The worst first. */
export const CLASSES: readonly ChangeClass[] = ["breaking", "risky", "safe", "docs"];

export type Bump = "major" | "minor" | "patch" | "none";
/** The largest first. */
export const BUMPS: readonly Bump[] = ["major", "minor", "patch", "none"];

export type Facet =
  | "existence"
  | "identity"
  | "type"
  | "nullability"
  | "key"
  | "domain"
  | "reference"
  | "quality"
  | "serviceLevel"
  | "location"
  | "access"
  | "lifecycle"
  | "governance"
  | "docs";

/** What happens to the promise: it gets weaker, stronger, another one, more, or nothing but words change. */
export type Direction = "weaken" | "strengthen" | "incomparable" | "additive" | "annotation";

/** One atomic change of a contract. */
export interface Change {
  /** Id of the rule that tells of it, such as `field.required.relaxed`. */
  readonly ruleId: string;
  readonly kind: "add" | "remove" | "change" | "rename";
  readonly facet: Facet;
  readonly direction: Direction;
  /** What changes, by names: `/schema[orders]/properties[email]/required`. */
  readonly path: string;
  /** The fields that it is about, as readers name them: `orders.email`; empty: the contract as a whole. */
  readonly fields: readonly string[];
  readonly before: Json;
  readonly after: Json;
  readonly axes: Readonly<Record<Axis, AxisVerdict>>;
  readonly class: ChangeClass;
  readonly semver: Bump;
  /** Who has to look at it besides: `privacy`, `legal`. */
  readonly review: readonly string[];
  readonly message: string;
  readonly remedy: string;
  readonly fingerprint: string;
  /** Where it stands after the change, or where it stood when nothing is left of it. */
  readonly location: Location;
}
