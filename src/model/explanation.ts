import type { Day } from "./day.ts";
import type { Stage } from "./enforcement.ts";
import type { Fix, Level, Origin, Outcome, Subject } from "./finding.ts";
import type { Location, RepoPath } from "./location.ts";

/** `meshgate/explanation/v1`: why policies say what they say of a subject. */
export interface Explanation {
  readonly schema: "meshgate/explanation/v1";
  /** The date judged for, `YYYY-MM-DD`. */
  readonly asOf: Day;
  readonly base?: { readonly ref: string; readonly commit: string };
  readonly head: { readonly ref: string; readonly commit: string | null };
  /** One policy on one subject each. */
  readonly explained: readonly Explained[];
}

export interface Explained {
  readonly policy: ExplainedPolicy;
  readonly subject: ExplainedSubject;
  readonly enforcement: Enforced;
  readonly parameters: readonly ExplainedParameter[];
  readonly targets: readonly ExplainedTarget[];
}

export interface ExplainedPolicy {
  readonly id: string;
  readonly version: string;
  readonly type: string;
  readonly title: string;
  readonly rationale: string;
  readonly location: Location;
}

export interface ExplainedSubject extends Subject {
  /** The governing one; empty where none claims the path. */
  readonly domain: string;
  readonly owners: readonly string[];
  /** Absent for the mesh as a whole. */
  readonly file?: RepoPath;
}

/** Who has set a value, and where. */
export interface SetBy {
  /** `guild`, `pack baseline`, `domain player`. */
  readonly layer: string;
  readonly location: Location;
}

/** What a policy weighs on the day, and why. */
export interface Enforced {
  readonly level: Level;
  /** The first day of the stage that sets the level; absent: it was so ever since. */
  readonly since?: Day;
  readonly next?: Stage;
  readonly setBy: SetBy;
  /** For what was there before a change. */
  readonly grace?: { readonly level: Level; readonly until: Day; readonly over: boolean; readonly setBy: SetBy };
  /** Under which terms findings may be waived; the usual ones where nobody has set any. */
  readonly waivers: { readonly allowed: boolean; readonly maxDays: number; readonly setBy?: SetBy };
}

export interface ExplainedParameter {
  readonly name: string;
  /** As people write it. */
  readonly value: string;
  readonly setBy: SetBy;
  /** The author's own value, where a layer has set another. */
  readonly instead?: { readonly value: string; readonly location: Location };
}

/** What the policy says of one target, and why. */
export interface ExplainedTarget {
  /** `outputPorts[name=eod]`; empty for the subject itself. */
  readonly target: string;
  readonly outcome: Outcome;
  /** After grace; of what is no finding, what one would weigh. */
  readonly level: Level;
  readonly fingerprint: string;
  /** Of a finding. */
  readonly origin?: Origin;
  readonly message: string;
  readonly remedy: string;
  readonly location: Location;
  /** The facts that decided. */
  readonly because: readonly ReadFact[];
  /** Whether the policy applies; absent when it always does. */
  readonly applies?: ExplainedStep;
  /** Absent when the rule was not asked, or the policy is a schema. */
  readonly rule?: ExplainedStep;
  /** Where the target does not fit the schema of the policy. */
  readonly faults: readonly { readonly message: string; readonly location: Location }[];
  readonly waivers: readonly ExplainedWaiver[];
  /** A change that mends it, and was tried. */
  readonly fix?: Fix;
}

/** A fact that a rule has read. */
export interface ReadFact {
  /** In the words of the rule: `it.classification`. */
  readonly name: string;
  /** As people write it; absent when it is not set. */
  readonly value?: string;
  /** In the descriptor; absent for what is worked out, or stands elsewhere. */
  readonly location?: Location;
}

/** A part of a rule, and what it came to. */
export interface ExplainedStep {
  readonly kind: "call" | "read" | "literal" | "more";
  /** What it is to the part around it: `if`, `then`, `else`, `item 3`; empty where its place says it. */
  readonly role: string;
  /** The operator, the path, or the value as it is written. */
  readonly text: string;
  /** `skipped`: not evaluated, because what stands before had decided. */
  readonly state: "value" | "missing" | "error" | "skipped";
  /** As people write it; of an error, why. */
  readonly value?: string;
  /** It is one of those that decided the outcome. */
  readonly decides: boolean;
  /** In the policy's file. */
  readonly location: Location;
  /** Of a fact that is written in the descriptor: where. */
  readonly fact?: Location;
  readonly steps: readonly ExplainedStep[];
}

/** A waiver of the policy for the subject, and whether it covers the target. */
export interface ExplainedWaiver {
  readonly id: string;
  readonly covers: boolean;
  /** `it expired on 2026-03-01`, in words that follow its id. */
  readonly reason: string;
  readonly expires?: Day;
  readonly location: Location;
}
