import type { Day } from "./day.ts";
import type { Json } from "./json.ts";
import type { Location } from "./location.ts";

/**
 * The two questions about a change of a contract. `consumer`: does everything that arrives tomorrow satisfy what readers
 * were promised (Confluent calls it forward). `producer`: does what exists, stored rows and running pipelines, satisfy the
 * new contract (Confluent: backward).
 */
export type Axis = "consumer" | "producer";

/** Which axes hold a change up: what arrives, what exists, both, neither (the names of Confluent: FORWARD, BACKWARD, FULL, NONE). */
export type Mode = "consumer" | "history" | "full" | "none";
export const MODES: readonly Mode[] = ["consumer", "history", "full", "none"];

/** Whose severities count: the rules' own, or those of another tool. */
export type Profile = "default" | "datacontract-cli" | "omds" | "confluent";
export const PROFILES: readonly Profile[] = ["default", "datacontract-cli", "omds", "confluent"];

/** How the changes of one mesh are weighed. */
export interface Weighing {
  readonly profile: Profile;
  readonly mode: Mode;
  /** What changes of a kind mean, by the id of the rule that tells of them: this wins over profile and mode. */
  readonly severity: ReadonlyMap<string, ChangeClass>;
}

export const AXIS_STATES = ["ok", "broken", "unknown"] as const;
export type AxisState = (typeof AXIS_STATES)[number];

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

export const FACETS = [
  "existence",
  "identity",
  "type",
  "nullability",
  "key",
  "domain",
  "reference",
  "quality",
  "serviceLevel",
  "location",
  "access",
  "lifecycle",
  "governance",
  "docs",
] as const;
export type Facet = (typeof FACETS)[number];

/** What a change of a product can be about; what is promised of the data itself is up to its contracts. */
export const PRODUCT_FACETS: readonly Facet[] = [
  "existence",
  "identity",
  "type",
  "reference",
  "location",
  "access",
  "lifecycle",
  "governance",
  "docs",
];

/** What happens to the promise: it gets weaker, stronger, another one, more, or nothing but words change. */
export const DIRECTIONS = ["weaken", "strengthen", "incomparable", "additive", "annotation"] as const;
export type Direction = (typeof DIRECTIONS)[number];

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
  /** Output ports that it is about, `name@version` as it was before; absent: all of them. */
  readonly ports?: readonly string[];
  readonly before: Json;
  readonly after: Json;
  readonly axes: Readonly<Record<Axis, AxisVerdict>>;
  /** What it means in the end: under the profile, for those who read, after what was announced. */
  readonly class: ChangeClass;
  /** What it would mean if nobody knew who reads, and nothing had been announced. */
  readonly byItself: ChangeClass;
  /** Why it weighs less than by itself. */
  readonly eased?: "no-reader" | "announced";
  readonly semver: Bump;
  /** The version that it was compared with: the newest that shows the change. */
  readonly against: string;
  /** Every reader that was asked about, those that it misses too. */
  readonly affected: readonly AffectedReader[];
  readonly deprecation?: Deprecation;
  /** Who has to look at it besides: `privacy`, `legal`. */
  readonly review: readonly string[];
  readonly message: string;
  readonly remedy: string;
  readonly fingerprint: string;
  /** Where it stands after the change, or where it stood when nothing is left of it. */
  readonly location: Location;
}

/**
 * From what is known what a reader reads, the strongest first: a contract of its own, a list of fields, its own lineage,
 * nothing. Without any a reader reads everything.
 */
export type Evidence = "expectation" | "uses" | "derived" | "none";

/** `hit`: it reads what changes. `miss`: it is known not to. `unknown`: nobody can tell, so it may. */
export type ReaderEffect = "hit" | "miss" | "unknown";

/** A reader of a contract, and what one change does to it. */
export interface AffectedReader {
  /** Id of the product or consumer that reads. */
  readonly consumer: string;
  readonly kind: "product" | "consumer";
  readonly domain: string;
  /** The input port that it reads by. */
  readonly input: string;
  /** The output port that it reads, `name@version`; empty when no product is known to publish the contract. */
  readonly port: string;
  /** The version that it names, as written; empty: none. */
  readonly pin: string;
  readonly effect: ReaderEffect;
  readonly evidence: Evidence;
  /** Why, in a few words. */
  readonly reason: string;
  /** The first of `owners`; empty when nobody answers for it. */
  readonly owner: string;
  readonly owners: readonly string[];
}

/** How far the end of something has been announced that a change takes away. */
export interface Deprecation {
  /** The day on which the announcement landed on the default branch; null: it has not. */
  readonly announced: Day | null;
  /** The first day on which it may go; null: nothing was announced. */
  readonly removableFrom: Day | null;
  /** Whether the longer notice of what is critical counts. */
  readonly core: boolean;
  /** Whether the notice is over: it may go now. */
  readonly isOver: boolean;
}

/** Somebody to talk to about a change, with the readers they answer for. */
export interface Party {
  /** Empty: nobody answers for these readers. */
  readonly owner: string;
  readonly readers: readonly string[];
  /** Fingerprints of the changes. */
  readonly changes: readonly string[];
}

/** Whom a change concerns. `signOff` must agree before it lands, `notify` should hear of it, `safe` need nothing. */
export interface Lanes {
  readonly signOff: readonly Party[];
  readonly notify: readonly Party[];
  /** Readers that no change touches. */
  readonly safe: readonly string[];
}

/** What a change does to one contract, or to one product as its readers see it. */
export interface Compatibility {
  readonly subject: "contract" | "product";
  /** Id of the contract, or of the product. */
  readonly contract: string;
  readonly from: string;
  readonly to: string;
  /** Whose severities the classes come from, and which axes hold a change up. */
  readonly profile: Profile;
  readonly mode: Mode;
  /** The worst of all changes; `none` where both say the same. */
  readonly class: ChangeClass | "none";
  /** Whether it holds anybody up: what was a draft may change freely. */
  readonly enforced: boolean;
  readonly axes: Readonly<Record<Axis, AxisState>>;
  readonly declaredBump: Bump | "lowered" | "unknown";
  readonly requiredBump: Bump;
  /** The version to write; null where the one before is not semantic. */
  readonly nextVersion: string | null;
  readonly versionIsEnough: boolean;
  /** The versions that it was compared with, and why. */
  readonly baselines: readonly { readonly version: string; readonly why: "base" | "live" | "pinned" }[];
  readonly changes: readonly Change[];
  readonly lanes: Lanes;
  /** What is wrong with the days on which it or a part of it ends. */
  readonly sunsets: readonly SunsetFault[];
}

/** What is wrong with the day on which something ends. */
export interface SunsetFault {
  /** `missing`: what is deprecated says no day; `early`: the notice is not over by then; `unreadable`: it is no day. */
  readonly kind: "missing" | "early" | "unreadable";
  /** What ends, as readers name it; empty: the contract or product as a whole. */
  readonly name: string;
  /** As the author wrote it; empty: none. */
  readonly sunset: string;
  /** The first day that would do. */
  readonly least: Day;
  readonly message: string;
  readonly remedy: string;
  readonly location: Location;
}
