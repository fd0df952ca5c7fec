import type { Level, Outcome, Subject } from "../model/finding.ts";
import type { JsonObject, JsonPath } from "../model/json.ts";
import type { Location, RepoPath } from "../model/location.ts";
import type { Rule } from "./decide.ts";
import { digestOf } from "./digest.ts";
import type { Target } from "./target.ts";
import type { Template } from "./template.ts";

export type PolicyType = "descriptor" | "graph" | "change";

/** A policy that has passed every check, with the level and parameters in force. */
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
  readonly level: Level;
  readonly target: Target;
  readonly applies?: Rule;
  readonly params: JsonObject;
  readonly body: Body;
  readonly onMissing: "fail" | "skip" | "error";
  readonly onEmpty: "not-applicable" | "fail";
  /** The fact a finding points at, from a root of the rule. */
  readonly at?: JsonPath;
  readonly message: Template;
  readonly fix: Template;
  readonly cases: readonly PolicyCase[];
  /** SHA-256 over everything that can change an outcome or its words; not over tests and layout. Hex. */
  readonly digest: string;
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

/**
 * The identity of a finding: 16 hex digits over policy and major, subject and target. Line, file, order and wording do
 * not count, so it survives moves and reformatting.
 */
export function fingerprint(policy: Pick<Policy, "id" | "major">, subject: Subject, target: string): string {
  return digestOf([policy.id, policy.major, subject.kind, subject.id, target]).slice(0, 16);
}

/** SHA-256 of a set of policies as they are in force, whatever their order. Hex. */
export function policySetDigest(policies: Iterable<Pick<Policy, "id" | "digest">>): string {
  return digestOf([...policies].map(({ id, digest }) => `${id} ${digest}`).sort());
}
