import type { Level, Outcome } from "./finding.ts";
import type { Json } from "./json.ts";
import type { Location, RepoPath } from "./location.ts";
import type { Problem } from "./problem.ts";

/** What `policy test` answers: what the tests of policies show, and what they do not. */
export interface PolicyTest {
  readonly schema: "meshgate/policy-test/v1";
  readonly policies: readonly TestedPolicy[];
  /** What keeps a policy from being tested. */
  readonly problems: readonly Problem[];
}

export interface TestedPolicy {
  readonly id: string;
  readonly file: RepoPath;
  /** The folder with the mesh that its cases change; empty for the mesh itself. */
  readonly fixture: RepoPath;
  /** The highest level that it has on any day, for anybody. */
  readonly level: Level;
  readonly tests: { readonly passed: number; readonly failed: number; readonly cases: readonly TestedCase[] };
  readonly coverage: { readonly seen: number; readonly total: number; readonly never: readonly NeverSeen[] };
  readonly mutants: {
    readonly total: number;
    readonly killed: number;
    /** Those that mean the same as the policy. */
    readonly equivalent: number;
    readonly survived: readonly SurvivingMutant[];
  };
  /** Up to which level it may be raised. */
  readonly promotable: Level;
  /** What it lacks for the next level. */
  readonly lacks: readonly string[];
  /** Whether its level is not above what it may be raised to. */
  readonly gate: "holds" | "open";
  /** What is wrong with what its author says of mutants. */
  readonly faults: readonly string[];
}

export interface TestedCase {
  readonly name: string;
  readonly passed: boolean;
  readonly expected: CaseWord;
  /** Absent when the case could not be run. */
  readonly actual?: CaseWord;
  /** Why it failed; empty when it passed. */
  readonly message: string;
}

export type CaseWord = Exclude<Outcome, "waived">;

/** A condition that was never true or never false, or a keyword that was never kept or never violated. */
export interface NeverSeen {
  /** `rule.and[1]` */
  readonly path: string;
  readonly written: string;
  readonly never: "true" | "false" | "kept" | "violated";
  readonly location: Location;
}

/** A mutant that no case tells from its policy. `<path>: <change>` is its name. */
export interface SurvivingMutant {
  readonly path: string;
  readonly change: string;
  readonly location: Location;
  /** A case that would; null when none was found. */
  readonly suggestion: SuggestedCase | null;
  /** Whether the search for a case went as far as it can. */
  readonly searched: boolean;
}

/** A case as it is written in a policy file. */
export interface SuggestedCase {
  readonly name: string;
  readonly before?: PatchText;
  readonly given: PatchText;
  readonly expect: CaseWord;
  readonly at?: readonly string[];
}

export interface PatchText {
  readonly delete?: readonly RepoPath[];
  readonly add?: Readonly<Record<RepoPath, string>>;
  readonly set?: Readonly<Record<string, Json>>;
  readonly remove?: readonly string[];
}

/** Whether the tests of a policy hold and allow its level. */
export function stands({ tests, gate, faults }: TestedPolicy): boolean {
  return tests.failed === 0 && gate === "holds" && faults.length === 0;
}
