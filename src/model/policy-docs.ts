import type { Day } from "./day.ts";
import type { Grace, Schedule, WaiverTerms } from "./enforcement.ts";
import type { Outcome, SubjectKind } from "./finding.ts";
import type { Json, JsonObject } from "./json.ts";
import type { Location, RepoPath } from "./location.ts";
import type { Waiver } from "./waiver.ts";

/** What the pages of a mesh's policies say: those in force on a day, and those that will be. */
export interface PolicyDocs {
  readonly mesh: string;
  readonly asOf: Day;
  /** Where the mesh keeps its pages. */
  readonly folder: RepoPath;
  /** Domains in the order of `guild.yaml`. */
  readonly domains: readonly string[];
  /** Sorted by id. */
  readonly policies: readonly DocumentedPolicy[];
}

export interface DocumentedPolicy {
  readonly id: string;
  readonly version: string;
  readonly type: "descriptor" | "graph" | "change";
  readonly title: string;
  readonly rationale: string;
  readonly decision: {
    readonly context?: string;
    readonly decision?: string;
    readonly consequences?: string;
    readonly steward?: string;
  };
  readonly serves: readonly number[];
  readonly file: RepoPath;
  /** Whose policy it is: `pack baseline`, `guild`, `domain player`. */
  readonly layer: string;
  /** Whom to ask about it; none: the guild. */
  readonly owners: readonly string[];
  /** What it judges: the subject, or each element of the lists below it. */
  readonly target: { readonly kind: SubjectKind; readonly lists: readonly string[] };
  readonly onMissing: "fail" | "skip" | "error";
  readonly onEmpty: "not-applicable" | "fail";
  /** What decides, as its author wrote it in YAML. */
  readonly rule: string;
  readonly message: string;
  readonly fix: { readonly text: string; readonly isPatched: boolean };
  readonly params: readonly DocumentedParam[];
  /** Everybody's form of it, then those of domains. */
  readonly forms: readonly [PolicyForm, ...PolicyForm[]];
  readonly additions: readonly DocumentedAddition[];
  /** Those that hold, and those that will. */
  readonly waivers: readonly Waiver[];
  readonly examples: readonly PolicyExample[];
}

export interface DocumentedParam {
  readonly name: string;
  readonly type: string;
  readonly default: Json;
  readonly description: string;
  readonly stricter?: string;
  /** What a domain may bind: `min` and `max`, or `values` to choose from. */
  readonly domains?: JsonObject;
}

/** What is in force for those who have this form. */
export interface PolicyForm {
  /** Absent: everybody. */
  readonly domain?: string;
  readonly schedule: Schedule;
  readonly existing?: Grace;
  readonly waiver: WaiverTerms;
  readonly params: JsonObject;
  /** Who has set what, by `level`, `existing`, `waiver` and `params.<name>`. */
  readonly sources: ReadonlyMap<string, { readonly layer: string; readonly location: Location }>;
}

/** What a domain asks besides. */
export interface DocumentedAddition {
  readonly id: string;
  readonly domain: string;
  readonly rule: string;
  readonly message: string;
  readonly fix: string;
  readonly location: Location;
}

/** A test of the policy. */
export interface PolicyExample {
  readonly name: string;
  readonly expect: Exclude<Outcome, "waived">;
  /** Of a policy about changes: what the fixture was like before. */
  readonly before: readonly ExampleChange[];
  readonly given: readonly ExampleChange[];
  /** Places `file#/pointer` that fail. */
  readonly at: readonly string[];
}

/** What is done to the fixture; places are `file#/pointer`. */
export type ExampleChange =
  | { readonly kind: "delete"; readonly file: RepoPath }
  | { readonly kind: "add"; readonly file: RepoPath; readonly text: string }
  | { readonly kind: "set"; readonly place: string; readonly value: Json }
  | { readonly kind: "remove"; readonly place: string };

/** The page that leads to all others. */
export const OVERVIEW = "README.md";

/** The page of a policy in the folder of all pages; what a domain asks besides stands on the page of what it adds to. */
export function pageOf(policy: string): string {
  // Where case means nothing to the file system, ids that differ in it alone still have files of their own.
  return `${basisOf(policy).replace(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`)}.md`;
}

/** The policy itself, of what a domain asks besides: `global.x` of `global.x+player`. */
export function basisOf(policy: string): string {
  return policy.split("+")[0] ?? policy;
}

/** The address of a policy's page. */
export function helpAt(url: string, policy: string): string {
  return `${url}/${pageOf(policy)}`;
}
