import type { Problem } from "./problem.ts";
import type { RuleChange, RuleClass } from "./report.ts";

/** What the policies together say of a product or consumer; the first that is true. */
export const STATES = ["error", "blocked", "warned", "waived", "passing", "not-applicable"] as const;
export type State = (typeof STATES)[number];

/** How many are in each state, and how many have come into it. */
export type Tally = Readonly<
  Record<State, { readonly before: number; readonly after: number; readonly newly: number }>
>;

/** A product or consumer whose state the change alters. */
export interface Altered {
  readonly kind: "product" | "consumer" | "contract";
  readonly id: string;
  readonly domain: string;
  readonly owners: readonly string[];
  readonly before: State;
  readonly after: State;
  /** Ids of the policies that say something else than before. */
  readonly policies: readonly string[];
}

export interface PreviewedDay {
  readonly day: string;
  readonly tally: Tally;
  readonly domains: readonly { readonly domain: string; readonly tally: Tally }[];
  readonly altered: readonly Altered[];
  /** Policies that say something else of somebody, with how many they newly fail and no longer fail. */
  readonly policies: readonly {
    readonly id: string;
    readonly newlyFailing: number;
    readonly noLongerFailing: number;
  }[];
}

/** A change that is already merged and that the proposed rules would have stopped. */
export interface Stopped {
  readonly commit: string;
  readonly day: string;
  readonly policies: readonly string[];
  readonly subjects: readonly string[];
}

/** `meshgate/policy-preview/v1`: what a change of the rules does to every product, now and on each day on which a level changes. */
export interface PolicyPreview {
  readonly schema: "meshgate/policy-preview/v1";
  readonly asOf: string;
  readonly base: { readonly ref: string; readonly commit: string };
  readonly head: { readonly ref: string; readonly commit: string | null };
  readonly class: RuleClass;
  readonly changes: readonly RuleChange[];
  readonly days: readonly PreviewedDay[];
  /** What the proposed rules, as they are on the last of the days, would have done to the last changes of the base. */
  readonly history?: {
    readonly commits: number;
    /** Those that touch what is judged. */
    readonly judged: number;
    readonly stopped: readonly Stopped[];
  };
  readonly problems: readonly Problem[];
}
