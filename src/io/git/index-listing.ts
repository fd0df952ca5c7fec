import type { RepoPath } from "../../model/location.ts";
import type { BlobId } from "../../model/tree.ts";
import { runGit } from "./command.ts";
import type { Surroundings } from "./command.ts";
import { checkPath, readRecords } from "./names.ts";

/** What the index knows about a file when it last looked at it. Times in milliseconds. */
export interface IndexStat {
  readonly changed: number;
  readonly modified: number;
  /** 0 where the index does not keep it. */
  readonly inode: number;
  readonly size: number;
}

/** A file that git tracks. */
export interface IndexEntry {
  readonly mode: string;
  readonly blob: BlobId;
  /** 0, or 1 to 3 during a merge conflict. */
  readonly stage: number;
  /** Left out of the work tree on purpose: a sparse checkout. */
  readonly skipped: boolean;
  readonly stat?: IndexStat;
}

export interface IndexListing {
  /** A path in conflict keeps its last stage. */
  readonly tracked: ReadonlyMap<RepoPath, IndexEntry>;
  /** Neither tracked nor ignored. Folders that are repositories of their own are left out. */
  readonly untracked: readonly RepoPath[];
}

const LS_FILES = ["ls-files", "-z", "-t", "--stage", "--debug", "--cached", "--others", "--exclude-standard"];

export async function listIndex(at: Surroundings): Promise<IndexListing> {
  return readListing(readRecords(await runGit(at, LS_FILES)));
}

/**
 * A record is `<tag> <mode> <id> <stage>\t<path>` or `? <path>`. `--debug` puts what the index knows behind a path, so
 * that it stands at the beginning of the following record. Its form is not promised: where it is not the expected one,
 * there is no stat, and the file is read instead.
 */
export function readListing(records: readonly string[]): IndexListing {
  const tracked = new Map<RepoPath, IndexEntry>();
  const untracked: RepoPath[] = [];
  let last: RepoPath | undefined;
  for (const record of records) {
    const { stat, rest } = splitStat(record);
    const entry = last === undefined ? undefined : tracked.get(last);
    if (last !== undefined && entry !== undefined && stat !== undefined) tracked.set(last, { ...entry, stat });
    last = undefined;
    if (rest.startsWith("? ")) {
      if (!rest.endsWith("/")) untracked.push(checkPath(rest.slice(2)));
    } else if (rest !== "") {
      const [path, found] = readEntry(rest);
      tracked.set(checkPath(path), found);
      last = path;
    }
  }
  return { tracked, untracked };
}

const STAT =
  /^ {2}ctime: (\d+):(\d+)\n {2}mtime: (\d+):(\d+)\n {2}dev: \d+\tino: (\d+)\n {2}uid: \d+\tgid: \d+\n {2}size: (\d+)\tflags: [0-9a-f]+\n/;

function splitStat(record: string): { readonly stat?: IndexStat; readonly rest: string } {
  const match = STAT.exec(record);
  if (match === null) return { rest: record.slice(record.startsWith("  ") ? record.lastIndexOf("\n") + 1 : 0) };
  const [whole, ...numbers] = match;
  const [ctime = 0, ctimeNano = 0, mtime = 0, mtimeNano = 0, inode = 0, size = 0] = numbers.map(Number);
  return {
    stat: { changed: milliseconds(ctime, ctimeNano), modified: milliseconds(mtime, mtimeNano), inode, size },
    rest: record.slice(whole.length),
  };
}

function milliseconds(seconds: number, nanoseconds: number): number {
  return seconds * 1e3 + nanoseconds / 1e6;
}

function readEntry(record: string): [RepoPath, IndexEntry] {
  const tab = record.indexOf("\t");
  const [tag, mode = "", blob = "", stage] = record.slice(0, tab).split(" ");
  return [record.slice(tab + 1), { mode, blob, stage: Number(stage), skipped: tag === "S" }];
}
