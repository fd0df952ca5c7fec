import type { Compatibility } from "./compatibility.ts";
import type { Finding, Level } from "./finding.ts";
import type { Location } from "./location.ts";
import type { Problem } from "./problem.ts";

export type Verdict = "pass" | "fail" | "error";

export type ChangeKind = "added" | "changed" | "removed" | "renamed" | "unchanged";

/** A product that the run judged. */
export interface JudgedProduct {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  readonly version: string;
  readonly change: ChangeKind;
}

export interface AffectedNode {
  readonly id: string;
  readonly kind: "product" | "consumer";
  /** Hops along the data flow: 1 reads it directly. */
  readonly distance: number;
  readonly domain: string;
  readonly owners: readonly string[];
}

export interface ReportEdge {
  readonly from: string;
  readonly to: string;
  /** Of the one that reads: a product and a consumer may share an id. */
  readonly kind: "product" | "consumer";
  readonly port: string;
  readonly input: string;
}

export interface ReportGraph {
  readonly edgesAdded: readonly ReportEdge[];
  readonly edgesRemoved: readonly ReportEdge[];
  /** Who reads what the change takes away or gives otherwise, and who is reached through them. Additions hit nobody. */
  readonly affected: readonly AffectedNode[];
  /** Cycles that pass through a judged product. */
  readonly cycles: readonly (readonly string[])[];
  readonly dangling: readonly {
    readonly id: string;
    readonly input: string;
    readonly contract: string;
    readonly location: Location;
  }[];
  /** Edges among those who take something away and those affected: what a picture of the blast radius shows. */
  readonly edges: readonly ReportEdge[];
}

export interface Counts {
  readonly pass: number;
  readonly fail: number;
  readonly waived: number;
  readonly notApplicable: number;
  readonly error: number;
}

/**
 * Which way a change moves the rules. `neutral`: it changes no outcome; `unknown`: nobody can tell for every descriptor
 * that there could be.
 */
export type RuleClass = "tighten" | "loosen" | "mixed" | "neutral" | "unknown";

/** One thing that a change does to the rules. */
export interface RuleChange {
  /** Absent: it concerns what the guild has laid down, or what is looked at. */
  readonly policy?: string;
  /** Absent: it concerns everybody. */
  readonly domain?: string;
  readonly class: RuleClass;
  /** The first day on which it makes a difference. */
  readonly from: string;
  readonly message: string;
  readonly location: Location;
}

/** A policy that judges, as far as readers of a report ask for it. */
export interface ReportPolicy {
  readonly id: string;
  readonly title: string;
  /** The highest that any domain has it at. */
  readonly level: Level;
  /** The address of its page. */
  readonly help?: string;
}

/** `meshgate/report/v1`: the answer of `check`. A function of commits, policies and date: no clock, no paths of a machine. */
export interface Report {
  readonly schema: "meshgate/report/v1";
  readonly verdict: Verdict;
  /** The date judged for, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** From which level on a new finding fails the check. */
  readonly failOn: "block" | "warn" | "never";
  readonly base?: { readonly ref: string; readonly commit: string };
  readonly head: { readonly ref: string; readonly commit: string | null };
  readonly policySet: {
    readonly digest: string;
    /** How many are in force. */
    readonly policies: number;
    readonly inForce: readonly ReportPolicy[];
  };
  readonly products: readonly JudgedProduct[];
  readonly findings: readonly Finding[];
  /** Findings that base had and head has not. */
  readonly fixed: readonly Finding[];
  /** What the change does to contracts and products, and to those who read them; empty without a base. */
  readonly compatibility: readonly Compatibility[];
  readonly graph: ReportGraph;
  readonly approvals: { readonly required: readonly never[]; readonly satisfied: boolean };
  readonly counts: Counts;
  /** What the change does to the rules; absent when it does not touch them. */
  readonly rules?: { readonly class: RuleClass; readonly changes: readonly RuleChange[] };
  readonly problems: readonly Problem[];
}
