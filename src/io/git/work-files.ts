import { randomBytes } from "node:crypto";
import { constants } from "node:fs";
import type { Stats } from "node:fs";
import { chmod, lstat, open, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { failure } from "../../model/failure.ts";
import type { RepoPath } from "../../model/location.ts";
import type { LeftAlone, WorkFiles } from "../../ports/work-files.ts";
import { shown } from "../shown.ts";
import { gitEnvironment, runGit } from "./command.ts";
import { gitFailure } from "./failures.ts";
import { checkPath, readRecords } from "./names.ts";
import { findFolder, findPlace } from "./place.ts";
import { noWorkTree } from "./work-tree.ts";

/** Opens the work tree that `folder` belongs to. Throws an `input` failure when there is none. */
export async function gitWorkFiles(folder: string): Promise<WorkFiles> {
  const at = { folder: await findFolder(folder), environment: gitEnvironment(process.env) };
  const asked = async <T>(answer: Promise<T>): Promise<T> =>
    answer.catch((error: unknown) => {
      throw gitFailure(error, folder);
    });
  const { workTree } = await asked(findPlace(at));
  if (workTree === undefined) throw noWorkTree(folder);
  const conflicts = await asked(conflictsIn({ ...at, folder: workTree }));
  const find = async (file: RepoPath): Promise<{ readonly path: string; readonly stats: Stats } | LeftAlone> => {
    if (/[\ud800-\udfff]/u.test(file)) return { reason: "has a name that is not UTF-8" };
    if (conflicts.has(file)) return { reason: "has a merge conflict that is not resolved" };
    return findFile(workTree, checkPath(file));
  };
  return {
    async read(file) {
      const found = await find(file);
      return "reason" in found ? found : { bytes: await readWhole(found.path, file) };
    },
    async replace(file, before, after) {
      const found = await find(file);
      if ("reason" in found) return found;
      const { path, stats } = found;
      if (!Buffer.from(before).equals(await readWhole(path, file))) return { reason: "has changed meanwhile" };
      await writeWhole(path, file, after, stats.mode);
      return undefined;
    },
  };
}

/** Paths that the index has in several stages. */
async function conflictsIn(at: Parameters<typeof runGit>[0]): Promise<ReadonlySet<RepoPath>> {
  const records = readRecords(await runGit(at, ["ls-files", "-z", "--unmerged"]));
  return new Set(records.map((record) => record.slice(record.indexOf("\t") + 1)));
}

/** The file itself, in folders that are what they seem to be. */
async function findFile(
  top: string,
  file: RepoPath,
): Promise<{ readonly path: string; readonly stats: Stats } | LeftAlone> {
  const steps = file.split("/");
  let path = top;
  for (const [index, step] of steps.entries()) {
    path = join(path, step);
    const stats = await lstat(path).catch(() => undefined);
    if (stats === undefined) return { reason: "is not there any more" };
    if (stats.isSymbolicLink()) return { reason: index === steps.length - 1 ? "is a link" : "stands behind a link" };
    if (index === steps.length - 1) return stats.isFile() ? { path, stats } : { reason: "is no regular file" };
  }
  return { reason: "has no name" };
}

async function readWhole(path: string, file: RepoPath): Promise<Buffer> {
  try {
    const source = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
    try {
      return await source.readFile();
    } finally {
      await source.close();
    }
  } catch (error) {
    throw refused("read", file, error);
  }
}

async function writeWhole(path: string, file: RepoPath, bytes: Uint8Array, mode: number): Promise<void> {
  const draft = join(dirname(path), `.${basename(path).slice(0, 80)}.${randomBytes(6).toString("hex")}.tmp`);
  try {
    await writeFile(draft, bytes, { flag: "wx" });
    await chmod(draft, mode & 0o7777);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw refused("written", file, error);
  }
}

function refused(what: "read" | "written", file: RepoPath, error: unknown): Error {
  const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
  return failure(
    "operational",
    `file-not-${what}`,
    `The file ${shown(file)} cannot be ${what}: ${code}.`,
    "Check the permissions of the file and its folder.",
    error,
  );
}
