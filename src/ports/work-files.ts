import type { RepoPath } from "../model/location.ts";

/**
 * The files of a work tree as they are on disk, to be changed one at a time. Only regular files that are reached through
 * real folders, and that no merge conflict is open for: the others are left alone, and it is said why.
 */
export interface WorkFiles {
  read(file: RepoPath): Promise<{ readonly bytes: Uint8Array } | LeftAlone>;
  /** Writes a file as a whole or not at all and keeps its mode; only while it holds `before`. Undefined when it is done. */
  replace(file: RepoPath, before: Uint8Array, after: Uint8Array): Promise<LeftAlone | undefined>;
}

export interface LeftAlone {
  /** In words that follow the name of the file: `is a link`. */
  readonly reason: string;
}
