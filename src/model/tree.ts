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

/** Files whose entry differs between two trees. */
export function differingFiles(one: Tree, other: Tree): ReadonlySet<RepoPath> {
  const differing = new Set<RepoPath>();
  for (const [file, { blob, mode }] of other) {
    const entry = one.get(file);
    if (entry?.blob !== blob || entry.mode !== mode) differing.add(file);
  }
  for (const file of one.keys()) if (!other.has(file)) differing.add(file);
  return differing;
}
