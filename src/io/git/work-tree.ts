import { lstatSync } from "node:fs";
import type { Stats } from "node:fs";
import { join } from "node:path";
import { failure } from "../../model/failure.ts";
import type { RepoPath } from "../../model/location.ts";
import type { BlobId, Blobs, Tree, TreeEntry } from "../../model/tree.ts";
import { shown } from "../shown.ts";
import type { Surroundings } from "./command.ts";
import { openDisk } from "./disk.ts";
import type { Disk, DiskFile } from "./disk.ts";
import { listIndex } from "./index-listing.ts";
import type { IndexEntry, IndexStat } from "./index-listing.ts";
import type { Place } from "./place.ts";

const SYMLINK = "120000";
const SUBMODULE = "160000";
const REGULAR = "100644";
const EXECUTABLE = "100755";

/**
 * The files that git tracks or would track, as they are on disk. What has not changed since git last looked takes its
 * id from the index; of the rest the bytes are read, raw, and returned cut to `limit` + 1 bytes.
 */
export async function readWorkTree(
  at: Surroundings,
  place: Place,
  limit: number,
): Promise<{ readonly tree: Tree; readonly blobs: Blobs }> {
  if (place.workTree === undefined) throw noWorkTree(at.folder);
  const disk = openDisk(place.workTree, place.hash);
  const { tracked, untracked } = await listIndex({ ...at, folder: place.workTree });
  const indexTime = lstatSync(join(place.gitFolder, "index"), { throwIfNoEntry: false })?.mtimeMs ?? 0;

  const tree = new Map<RepoPath, TreeEntry>();
  const blobs = new Map<BlobId, Uint8Array>();
  const take = (path: RepoPath, entry: IndexEntry | undefined): void => {
    const found = entryOnDisk(disk, path, entry, indexTime, limit);
    if (found === undefined) return;
    tree.set(path, found.entry);
    if (found.bytes !== undefined) blobs.set(found.entry.blob, found.bytes);
  };
  for (const [path, entry] of tracked) take(path, entry);
  for (const path of untracked) take(path, undefined);
  return { tree, blobs };
}

interface Found {
  readonly entry: TreeEntry;
  /** Absent when git holds the content. */
  readonly bytes?: Uint8Array;
}

function entryOnDisk(
  disk: Disk,
  path: RepoPath,
  entry: IndexEntry | undefined,
  indexTime: number,
  limit: number,
): Found | undefined {
  const stat = disk.stat(path);
  if (stat === undefined) return entry?.skipped === true ? inIndex(entry) : undefined;
  // A submodule is a commit of another repository: what the index says of it, whatever is checked out.
  if (entry?.mode === SUBMODULE && stat.isDirectory()) return inIndex(entry);
  if (entry !== undefined && isUnchanged(entry, stat, indexTime)) return inIndex(entry);
  if (stat.isSymbolicLink()) return onDisk(SYMLINK, disk.readLink(path), entry);
  return stat.isFile() ? onDisk(fileMode(stat, entry), disk.readFile(path, limit), entry) : undefined;
}

function inIndex({ mode, blob }: IndexEntry): Found {
  return { entry: { mode, blob } };
}

function onDisk(mode: string, file: DiskFile | undefined, index: IndexEntry | undefined): Found | undefined {
  if (file === undefined) return undefined;
  const entry = { mode, blob: file.blob };
  return file.blob === index?.blob ? { entry } : { entry, bytes: file.bytes };
}

/** Not every file system keeps the executable bit, so git's own record of it stands while the file stays a file. */
function fileMode(stat: Stats, entry: IndexEntry | undefined): string {
  if (entry?.mode === REGULAR || entry?.mode === EXECUTABLE) return entry.mode;
  return (stat.mode & 0o100) === 0 ? REGULAR : EXECUTABLE;
}

/**
 * Whether the file is surely the one that git put into the index. A file that was written at the time of the index or
 * later may have changed without a trace in its times ("racy git").
 */
function isUnchanged({ stat: known, mode, stage }: IndexEntry, stat: Stats, indexTime: number): boolean {
  if (known === undefined || stage !== 0 || known.modified >= Math.floor(indexTime)) return false;
  return stat.isSymbolicLink() === (mode === SYMLINK) && mode !== SUBMODULE && isSame(known, stat);
}

function isSame(known: IndexStat, stat: Stats): boolean {
  if (known.size !== stat.size || !isSameTime(known.modified, stat.mtimeMs)) return false;
  // Where git does not record the inode (Windows), the other time means something else as well.
  return known.inode === 0 || (known.inode === stat.ino && isSameTime(known.changed, stat.ctimeMs));
}

/** Node gives nanoseconds as a fraction of milliseconds, exact to a quarter of a microsecond. */
function isSameTime(one: number, other: number): boolean {
  return Math.abs(one - other) < 0.001;
}

export function noWorkTree(folder: string): Error {
  return failure(
    "input",
    "no-work-tree",
    `${shown(folder)} is not in a work tree: the repository is bare, or its work tree lies elsewhere.`,
    "Name a folder inside a work tree, or judge a commit instead.",
  );
}
