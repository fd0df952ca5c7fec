import type { Reading } from "../../model/descriptor.ts";
import type { Landings } from "../../model/landing.ts";
import type { RepoPath } from "../../model/location.ts";
import type { Report } from "../../model/report.ts";
import type { BlobId, Tree } from "../../model/tree.ts";
import type { Recall } from "./judge.ts";
import type { Rules } from "./rules.ts";

/** A commit or work tree under judgement. */
export interface Side {
  readonly ref: string;
  /** Full object id; null for a work tree. */
  readonly commit: string | null;
  readonly tree: Tree;
}

/** Looks up readings; knows at least every candidate of the trees at hand. */
export interface Readings {
  get(blob: BlobId): Reading | undefined;
}

export interface GovernInput {
  readonly head: Side;
  /** What head is compared with; absent when the whole mesh is judged. */
  readonly base?: Side & { readonly commit: string };
  /** Everything that judges, from the protected base. */
  readonly rules: Rules;
  /** The rules that the change started from, when it touches them; those in force may have moved on since. */
  readonly started?: Rules;
  /** What the change would make of the rules, when it touches them. */
  readonly proposed?: Rules;
  /** `YYYY-MM-DD`, the only clock. */
  readonly asOf: string;
  readonly failOn: Report["failOn"];
  /** A reading of every candidate file of both trees, see `candidateFiles`. */
  readonly readings: Readings;
  readonly recall?: Recall;
  /** What the default branch has held at the files that the change touches; absent: nobody has looked. */
  readonly landings?: ReadonlyMap<RepoPath, Landings>;
}
