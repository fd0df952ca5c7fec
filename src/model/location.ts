/** A path inside a repository: forward slashes, relative to its root, never `..`. */
export type RepoPath = string;

/** A stretch of text. Lines and columns count from 1; columns count UTF-16 code units; the end is exclusive. */
export interface Range {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface Location extends Range {
  readonly file: RepoPath;
}

/** Where a whole file is meant, or a file that no longer has lines to point at. */
export const FILE_START: Range = { line: 1, column: 1, endLine: 1, endColumn: 1 };

export function at(file: RepoPath, range: Range = FILE_START): Location {
  const { line, column, endLine, endColumn } = range;
  return { file, line, column, endLine, endColumn };
}
