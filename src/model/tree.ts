import type { RepoPath } from "./location.ts";

/** Git object id of a blob (SHA-1 or SHA-256, lower-case hex). Equal ids mean equal bytes. */
export type BlobId = string;

/** One file of a commit or work tree. `mode` is git's: only `100644` and `100755` are ever read as text. */
export interface TreeEntry {
  readonly mode: string;
  readonly blob: BlobId;
}

/** What a commit or work tree holds, by path. Contents are looked up by blob id, see `Blobs`. */
export type Tree = ReadonlyMap<RepoPath, TreeEntry>;

/** Bytes by blob id; holds at least what the step at hand needs. */
export type Blobs = ReadonlyMap<BlobId, Uint8Array>;

export function isRegularFile(entry: TreeEntry): boolean {
  return entry.mode === "100644" || entry.mode === "100755";
}
