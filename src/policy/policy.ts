import type { Grace, Schedule, WaiverTerms } from "../model/enforcement.ts";
import type { Outcome } from "../model/finding.ts";
import type { JsonObject, JsonPath } from "../model/json.ts";
import type { Location, RepoPath } from "../model/location.ts";
import type { Rule } from "./decide.ts";
import { digestOf } from "./digest.ts";
import type { FixStep } from "./fix/step.ts";
import type { Source } from "./layer.ts";
import type { Param } from "./params.ts";
import type { Target } from "./target.ts";
import type { Template } from "./template.ts";

export type PolicyType = "descriptor" | "graph" | "change";

/** A policy that has passed every check, as it is in force for those domains that it is for. */
export interface Policy {
  readonly file: RepoPath;
  readonly id: string;
  readonly version: string;
  readonly major: number;
  readonly type: PolicyType;
  readonly title: string;
  readonly rationale: string;
  /** Numbers of the requirements that it serves. */
  readonly serves: readonly number[];
  readonly schedule: Schedule;
  /** Absent: findings that were there before a change never stop it. */
  readonly existing?: Grace;
  readonly waiver: WaiverTerms;
  readonly scope: DomainScope;
  readonly target: Target;
  readonly applies?: Rule;
  /** The values in force, as the rule reads them. */
  readonly params: JsonObject;
  readonly declared: ReadonlyMap<string, Param>;
  readonly body: Body;
  readonly onMissing: "fail" | "skip" | "error";
  readonly onEmpty: "not-applicable" | "fail";
  /** The fact a finding points at, from a root of the rule. */
  readonly at?: JsonPath;
  readonly message: Template;
  readonly fix: Template;
  /** How a machine may mend a finding; empty where only people know. */
  readonly patch: readonly FixStep[];
  readonly cases: readonly PolicyCase[];
  /** Why it gets stricter without notice. */
  readonly emergency?: string;
  readonly decision: Decided;
  /** Who has set what, by `level`, `existing`, `waiver` and `params.<name>`. */
  readonly sources: ReadonlyMap<string, Source>;
  /** SHA-256 over everything that can change an outcome or its words, whatever it weighs; not over tests and layout. Hex. */
  readonly asks: string;
  /** SHA-256 over `asks` and how the policy is enforced. Hex. */
  readonly digest: string;
}

/** The domains whose subjects a policy judges: one, or all but those that have their own form of it. */
export type DomainScope = { readonly only: string } | { readonly except: readonly string[] };

export const EVERY_DOMAIN: DomainScope = { except: [] };

export function isInScope(scope: DomainScope, domain: string | undefined): boolean {
  return "only" in scope ? scope.only === domain : domain === undefined || !scope.except.includes(domain);
}

/** The guild's decision behind a policy, as far as it is written down. */
export interface Decided {
  readonly context?: string;
  readonly decision?: string;
  readonly consequences?: string;
  readonly steward?: string;
}

export type Body =
  { readonly kind: "rule"; readonly rule: Rule } | { readonly kind: "schema"; readonly schema: JsonObject };

/** An inline test of a policy. */
export interface PolicyCase {
  readonly name: string;
  readonly given: Patch;
  readonly before: Patch;
  readonly expect: CaseOutcome;
  /** Places `path#/pointer` that fail; absent when the case does not say. */
  readonly at?: readonly string[];
}

export type CaseOutcome = Exclude<Outcome, "waived">;

/** Changes to the files of a fixture. */
export interface Patch {
  readonly set: JsonObject;
  readonly remove: readonly string[];
  readonly delete: readonly RepoPath[];
  readonly add: Readonly<Record<RepoPath, string>>;
}

/** What a policy says of one target of one subject. */
export interface PolicyOutcome {
  /** `outputPorts[name=eod]`; empty for the subject itself. */
  readonly target: string;
  readonly outcome: CaseOutcome;
  /** One line; empty for a pass. */
  readonly message: string;
  readonly remedy: string;
  readonly location: Location;
}

/** SHA-256 of a set of policies as they are in force, whatever their order. Hex. */
export function policySetDigest(policies: Iterable<Pick<Policy, "id" | "digest">>): string {
  return digestOf([...policies].map(({ id, digest }) => `${id} ${digest}`).sort());
}
