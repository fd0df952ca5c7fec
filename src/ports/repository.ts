import type { BlobId, Blobs, Tree } from "../model/tree.ts";
import type { Landings } from "../model/landing.ts";
import type { RepoPath } from "../model/location.ts";

/** A commit by its full object id. */
export type CommitId = string;

/** A commit as it has landed on a branch. */
export interface Landed {
  readonly commit: CommitId;
  /** What the branch had before; absent for the first commit that is known. */
  readonly parent?: CommitId;
  /** The day of the commit in UTC, `YYYY-MM-DD`, as its committer's clock had it. */
  readonly day: string;
}

/**
 * A git repository, asked in the engine's words. Nothing it does writes to the repository or its work tree, reaches the
 * network, or runs a program that the repository names. Paths that are not UTF-8 carry lone surrogates for their stray
 * bytes, so that different paths stay different.
 */
export interface Repository {
  /** Absolute path of the folder with objects and refs: one for all work trees and sub-folders of a clone. */
  readonly home: string;
  /** The commit a ref, tag or id names. Throws an `input` failure that lists what is near when there is none. */
  resolve(ref: string): Promise<CommitId>;
  /** The best common ancestor. Throws an `input` failure for unrelated histories, or when a shallow clone cannot tell. */
  mergeBase(one: CommitId, other: CommitId): Promise<CommitId>;
  /** Every file of the commit: regular files, symlinks and submodules alike, by mode. */
  tree(commit: CommitId): Promise<Tree>;
  /**
   * The last commits that the branch of a commit has had, newest first: the commit itself, its first parent, and so on,
   * at most `count`. Ends earlier where a shallow clone does.
   */
  history(commit: CommitId, count: number): Promise<readonly Landed[]>;
  /**
   * What the branch of a commit has brought to each path, along first parents: of a merge the day on which it landed, and
   * not those on which its commits were made. A file that was renamed is followed to the names that it had before. At most
   * 100 contents of a path.
   */
  landings(tip: CommitId, paths: readonly RepoPath[]): Promise<ReadonlyMap<RepoPath, Landings>>;
  /** Paths whose entry differs between two commits (no rename detection), sorted. */
  changedPaths(from: CommitId, to: CommitId): Promise<readonly RepoPath[]>;
  /**
   * The files of the work tree that git tracks or would track, as they are on disk. `blobs` has the bytes of those that
   * the repository does not hold, each cut to `limit` + 1 bytes (default: whole); the others are had from `read`.
   * `head` is null before the first commit. Throws an `input` failure when there is no work tree.
   */
  workTree(limit?: number): Promise<{ readonly tree: Tree; readonly blobs: Blobs; readonly head: CommitId | null }>;
  /**
   * Contents by blob id, in one batch. Blobs above `limit` bytes are returned cut to `limit` + 1 bytes. Throws an
   * `operational` failure when one is missing: a damaged repository or a partial clone.
   */
  read(blobs: Iterable<BlobId>, limit: number): Promise<Blobs>;
  /** Ends what the repository keeps running. Nothing may be asked afterwards. */
  close(): Promise<void>;
}
