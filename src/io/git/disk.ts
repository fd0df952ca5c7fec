import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, readlinkSync } from "node:fs";
import type { Stats } from "node:fs";
import { failure } from "../../model/failure.ts";
import type { RepoPath } from "../../model/location.ts";
import type { BlobId } from "../../model/tree.ts";
import { shown } from "../shown.ts";
import { blobId, startBlobHash } from "./blob-id.ts";
import { encodePath } from "./names.ts";

/** A file as it is on disk: bytes without any conversion of line ends or filters. */
export interface DiskFile {
  readonly blob: BlobId;
  /** The content, cut to `limit` + 1 bytes. */
  readonly bytes: Uint8Array;
}

/** A work tree on disk, asked by paths of the repository. Nothing is reached through a symlink. */
export interface Disk {
  /** Undefined where there is nothing, or only through a symlink. */
  stat(path: RepoPath): Stats | undefined;
  /** Undefined when the file is gone. */
  readFile(path: RepoPath, limit: number): DiskFile | undefined;
  readLink(path: RepoPath): DiskFile | undefined;
}

/** `top` is the absolute path of the work tree. */
export function openDisk(top: string, hash: "sha1" | "sha256"): Disk {
  const folders = new Map<RepoPath, boolean>();

  /** Whether every folder on the way is a real one. */
  function isReal(folder: RepoPath): boolean {
    if (folder === "") return true;
    let real = folders.get(folder);
    if (real === undefined) {
      real = isReal(parentOf(folder)) && lookAt(place(top, folder))?.isDirectory() === true;
      folders.set(folder, real);
    }
    return real;
  }

  return {
    stat: (path) => (isReal(parentOf(path)) ? lookAt(place(top, path)) : undefined),
    readFile: (path, limit) => unlessGone(path, () => readWhole(place(top, path), path, hash, limit)),
    readLink: (path) =>
      unlessGone(path, () => {
        const bytes = readlinkSync(place(top, path), { encoding: "buffer" });
        return { blob: blobId(hash, bytes), bytes };
      }),
  };
}

function parentOf(path: RepoPath): RepoPath {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

/** A path that is not UTF-8 has to be given to the system as bytes. */
function place(top: string, path: RepoPath): string | Buffer {
  const whole = `${top}/${path}`;
  return /[\uDC80-\uDCFF]/.test(path) ? Buffer.concat([Buffer.from(`${top}/`), encodePath(path)]) : whole;
}

function lookAt(path: string | Buffer): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}

const READ_ONLY = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
const ATTEMPTS = 3;
const PIECE = 1 << 20;

/** git's ids begin with the size, so a file that grows or shrinks meanwhile has to be read again. */
function readWhole(place: string | Buffer, path: RepoPath, hash: "sha1" | "sha256", limit: number): DiskFile {
  const file = openSync(place, READ_ONLY);
  try {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const found = readOnce(file, hash, limit);
      if (found !== undefined) return found;
    }
  } finally {
    closeSync(file);
  }
  throw failure(
    "contention",
    "file-changing",
    `The file ${shown(path)} kept changing while it was read.`,
    "Run again when nothing writes to it.",
  );
}

/** Undefined when the size turned out to be another one. */
function readOnce(file: number, hash: "sha1" | "sha256", limit: number): DiskFile | undefined {
  const { size } = fstatSync(file);
  const digest = startBlobHash(hash, size);
  const kept = Buffer.allocUnsafe(Math.min(size, limit + 1));
  // One byte more than expected tells whether the file has grown.
  const piece = Buffer.allocUnsafe(Math.min(size + 1, PIECE));
  let done = 0;
  for (let length = -1; length !== 0; done += length) {
    length = readSync(file, piece, 0, piece.length, done);
    if (done + length > size) return undefined;
    digest.update(piece.subarray(0, length));
    piece.copy(kept, Math.min(done, kept.length), 0, length);
  }
  return done === size ? { blob: digest.digest("hex"), bytes: kept } : undefined;
}

function unlessGone<T>(path: RepoPath, read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (isGone(error)) return undefined;
    if (!(error instanceof Error && "syscall" in error)) throw error;
    throw failure(
      "operational",
      "unreadable-file",
      `The file ${shown(path)} cannot be read: ${"code" in error ? String(error.code) : "unknown error"}.`,
      "Make it readable, or let git ignore it.",
      error,
    );
  }
}

/** Removed meanwhile, or replaced by a symlink or a folder. */
function isGone(error: unknown): boolean {
  return error instanceof Error && "code" in error && GONE.has(error.code);
}

const GONE: ReadonlySet<unknown> = new Set(["ENOENT", "ENOTDIR", "ELOOP", "EISDIR", "EINVAL"]);
