import type { BlobId, Blobs, Tree } from "../model/tree.ts";
import type { RepoPath } from "../model/location.ts";

/** A commit by its full object id. */
export type CommitId = string;

/** A git repository, asked in the engine's words. Nothing it does writes to the repository or its work tree. */
export interface Repository {
  /** The commit a ref, tag or id names. Throws an `input` failure that lists what is near when there is none. */
  resolve(ref: string): Promise<CommitId>;
  /** The best common ancestor. Throws an `input` failure for unrelated histories or when a shallow clone lacks it. */
  mergeBase(one: CommitId, other: CommitId): Promise<CommitId>;
  /** Every file of the commit: regular files, symlinks and submodules alike, by mode. */
  tree(commit: CommitId): Promise<Tree>;
  /** Paths whose entry differs between two commits (no rename detection), sorted. */
  changedPaths(from: CommitId, to: CommitId): Promise<readonly RepoPath[]>;
  /** The files of the work tree that git tracks or would track, with the bytes of those that differ from `HEAD`. */
  workTree(): Promise<{ readonly tree: Tree; readonly blobs: Blobs; readonly head: CommitId | null }>;
  /** Contents by blob id, in one batch. Blobs above `limit` bytes are returned cut to `limit` + 1 bytes. */
  read(blobs: Iterable<BlobId>, limit: number): Promise<Blobs>;
  close(): Promise<void>;
}
