import type { Day } from "./day.ts";
import type { RepoPath } from "./location.ts";
import type { BlobId } from "./tree.ts";

/** What a commit brought to a path when it landed on a branch. */
export interface Landing {
  /** Full object id. */
  readonly commit: string;
  /** The day of the commit in UTC, as its committer's clock had it. */
  readonly day: Day;
  /** What the file was called then. */
  readonly path: RepoPath;
  /** What it held from then on; null: there is no such file, or nothing that is read, such as a link. */
  readonly blob: BlobId | null;
}

export interface Landings {
  /** Newest first. */
  readonly landings: readonly Landing[];
  /** There may be older ones: a shallow clone ends before them, or they are too many. */
  readonly truncated: boolean;
}
