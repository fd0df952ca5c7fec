import type { Finding } from "../../../src/model/finding.ts";
import type { ChangeKind, Verdict } from "../../../src/model/report.ts";
import type { Changes } from "../../support/mesh-repo.ts";

/** A place: a file, and a stretch of its text with `|` where the place begins. */
export type Place = readonly [file: string, stretch: string];

/** A finding that a change must have. */
export interface Expected {
  readonly policy: string;
  readonly level: Finding["level"];
  readonly origin: Finding["origin"];
  readonly at: Place;
  readonly waived?: true;
}

/** One kind of change to the Daff mesh, and all that the check must say about it. */
export interface Case {
  readonly changes: Changes;
  /** What `main` has beside Daff when the change starts. */
  readonly before?: Changes;
  /** What reaches the base after the change started. */
  readonly meanwhile?: Changes;
  /** Further arguments. */
  readonly args?: readonly string[];
  readonly verdict: Verdict;
  readonly findings?: readonly Expected[];
  /** Policies whose findings the change takes away. */
  readonly fixed?: readonly string[];
  readonly problems?: readonly Trouble[];
  /** Products that the change touches, each with what happens to it. */
  readonly products?: Readonly<Record<string, Exclude<ChangeKind, "unchanged">>>;
  /** Who reads a changed product directly. */
  readonly hit?: readonly string[];
}

interface Trouble {
  readonly severity: "error" | "warning";
  readonly code: string;
  readonly at: Place;
}

export type Cases = Readonly<Record<string, Case>>;

const finding =
  (level: Finding["level"]) =>
  (policy: string, ...at: Place): Expected => ({ policy: `baseline.${policy}`, level, origin: "new", at });

/** A finding of one of the mesh's own policies. */
export const own = (policy: string, level: Finding["level"], ...at: Place): Expected => ({
  policy,
  level,
  origin: "new",
  at,
});

export const block = finding("block");
export const warn = finding("warn");
export const advisory = finding("advisory");

export const existing = (expected: Expected): Expected => ({ ...expected, origin: "existing" });
export const previewed = (expected: Expected): Expected => ({ ...expected, origin: "policy" });

export const error = (code: string, ...at: Place): Trouble => ({ severity: "error", code, at });
export const warning = (code: string, ...at: Place): Trouble => ({ severity: "warning", code, at });

type Edit = readonly [from: string, to: string];

/** The version of a document rises, or falls. */
export const version = (from: string, to: string): Edit => [`\nversion: ${from}\n`, `\nversion: ${to}\n`];

/** The version that a port names. */
export const portVersion = (contract: string, from: string, to: string): Edit => [
  `    version: ${from}\n    contractId: ${contract}\n`,
  `    version: ${to}\n    contractId: ${contract}\n`,
];
