import type { Location, Range, RepoPath } from "./location.ts";

/** What a policy says of a target. `not-applicable` and `waived` are never a pass; `error` is a failure to evaluate. */
export type Outcome = "pass" | "fail" | "waived" | "not-applicable" | "error";

/** How much an outcome weighs, from nothing to stopping the merge. */
export const LEVELS = ["off", "shadow", "advisory", "warn", "block"] as const;
export type Level = (typeof LEVELS)[number];

/**
 * Who caused a finding. `new`: this change. `existing`: it was there before. `policy`: only the policies that this
 * change proposes would find it; a preview that never counts.
 */
export type Origin = "new" | "existing" | "policy";

export type SubjectKind = "product" | "contract" | "consumer" | "mesh";

export interface Subject {
  readonly kind: SubjectKind;
  /** With its version, `c@1.0.0`, where a tree holds several versions of a contract. */
  readonly id: string;
  /** Of a contract. */
  readonly version?: string;
}

/** The outcome of one policy on one target that is not a plain pass and applies. */
export interface Finding {
  /** Stable over line, file, order and wording: policy and major, subject, target. 16 hex digits. */
  readonly fingerprint: string;
  readonly policy: string;
  /** The policy's one-line title. */
  readonly title: string;
  /** The address of the policy's page. */
  readonly help?: string;
  readonly outcome: "fail" | "waived" | "error";
  readonly level: Level;
  readonly origin: Origin;
  readonly subject: Subject;
  /** What inside the subject: `outputPorts[name=eod]`; empty for the subject itself. */
  readonly target: string;
  readonly message: string;
  readonly remedy: string;
  /** Who owns the subject: the teams to ask. */
  readonly owners: readonly string[];
  /** Id of the waiver that excuses it, and the first day on which it no longer does. */
  readonly waiver?: string;
  readonly waivedUntil?: string;
  /** Of what was there before: until when it has grace, and whether it counts because that is over. */
  readonly grace?: { readonly until: string; readonly over: boolean };
  /** A change that mends it, and was tried. */
  readonly fix?: Fix;
  readonly location: Location;
}

/** A change to the finding's own file that was tried: this finding goes, and none comes. */
export interface Fix {
  readonly file: RepoPath;
  /** Unified, as `git apply` takes it. */
  readonly diff: string;
  /** Whole lines, and what takes their place; from the first line to the last. */
  readonly edits: readonly FixEdit[];
}

export interface FixEdit extends Range {
  readonly text: string;
}
