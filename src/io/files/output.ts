import { randomBytes } from "node:crypto";
import type { Stats } from "node:fs";
import { lstat, mkdir, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { failure } from "../../model/failure.ts";
import type { Failure } from "../../model/failure.ts";
import type { RepoPath } from "../../model/location.ts";
import { shown } from "../shown.ts";

/**
 * Writes a file as a whole or not at all. `file` is relative to `cwd`. What is judged may have put a symlink where the
 * output goes: a link is never written through, and a path below `cwd` stays below it. Throws an `input` failure for a
 * place that cannot take the file, an `operational` one when the system refuses.
 */
export async function writeOutput(cwd: string, file: string, text: string): Promise<void> {
  const path = resolve(cwd, file);
  const folder = await realFolder(cwd, path, file);
  const target = join(folder, basename(path));
  await checkTarget(target, file);
  const draft = join(folder, `.${basename(path).slice(0, 80)}.${randomBytes(6).toString("hex")}.tmp`);
  try {
    await writeFile(draft, text, { flag: "wx" });
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw failure(
      "operational",
      "output-not-written",
      `The output ${shown(file)} cannot be written: ${codeOf(error)}.`,
      "Choose a place that can be written.",
      error,
    );
  }
}

/** Writes a file with the folders it needs, `folder` included, as `writeOutput` does: never outside `folder`. */
export async function writeNewFile(folder: string, file: RepoPath, text: string): Promise<void> {
  let parent = folder;
  for (const step of ["", ...file.split("/").slice(0, -1)]) {
    parent = step === "" ? folder : join(parent, step);
    await mkdir(parent).catch((error: unknown) => {
      if (codeOf(error) !== "EEXIST") throw error;
    });
    // The folder that was asked for may be a link; nothing below it may.
    const found = parent === folder ? await stat(parent) : await lstat(parent);
    if (!found.isDirectory()) {
      throw refused(
        "output-folder",
        `${shown(file)} needs a folder where something else stands.`,
        "Remove what stands there.",
      );
    }
  }
  await writeOutput(folder, file, text);
}

async function realFolder(cwd: string, path: string, file: string): Promise<string> {
  const folder = await realpath(dirname(path)).catch(() => undefined);
  if (folder === undefined || !(await stat(folder)).isDirectory()) {
    throw refused("output-folder", `The output ${shown(file)} has no folder to go to.`, "Create its folder first.");
  }
  if (isInside(cwd, path) && !isInside(await realpath(cwd), join(folder, "x"))) {
    throw refused(
      "output-leaves-folder",
      `The output ${shown(file)} would be written outside the current folder, through a symlink.`,
      "Remove the link, or give the real path.",
    );
  }
  return folder;
}

async function checkTarget(target: string, file: string): Promise<void> {
  const found: Stats | undefined = await lstat(target).catch(() => undefined);
  if (found === undefined || found.isFile()) return;
  const kind = found.isSymbolicLink() ? "a symlink" : found.isDirectory() ? "a folder" : "no regular file";
  throw refused(
    "output-not-a-file",
    `The output ${shown(file)} is ${kind}.`,
    "Name a regular file or a new one; without an output file the answer goes to standard output.",
  );
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== "" && way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function refused(code: string, message: string, remedy: string): Failure {
  return failure("input", code, message, remedy);
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown error";
}
