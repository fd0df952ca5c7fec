import { lstat, readdir, readFile, rm } from "node:fs/promises";
import { isAbsolute, join, relative, resolve, sep } from "node:path";
import { failure, isFailure } from "../../model/failure.ts";
import type { Failure } from "../../model/failure.ts";
import { compareText } from "../../model/order.ts";
import { shown } from "../shown.ts";
import { writeNewFile } from "./output.ts";

/** A folder of pages that are made again and again. What does not begin with `mark` is somebody else's. */
export interface PageFolder {
  /** No link below it is followed. */
  readonly root: string;
  /** Where the pages stand, relative to `root` with forward slashes; empty for `root` itself. */
  readonly folder: string;
  readonly mark: string;
}

/** How a folder differs from the pages that should stand in it: names of files, sorted. */
export interface PageDifference {
  readonly missing: readonly string[];
  readonly stale: readonly string[];
  /** Pages that nothing makes any more. */
  readonly leftover: readonly string[];
}

/** The folder that somebody has named: below `cwd` where it is, else by itself. */
export function pageFolder(cwd: string, named: string, mark: string): PageFolder {
  const path = resolve(cwd, named);
  const way = relative(cwd, path).split(sep).join("/");
  const isBelow = way.split("/")[0] !== ".." && !isAbsolute(way);
  return isBelow ? { root: cwd, folder: way, mark } : { root: path, folder: "", mark };
}

/** Compares a folder with the pages that should stand in it. Throws an `input` failure where one would take the place of somebody else's file. */
export async function comparePages(place: PageFolder, pages: ReadonlyMap<string, string>): Promise<PageDifference> {
  const found = await pagesIn(place);
  const isOurs = (text: string | undefined): boolean => text?.startsWith(`${place.mark}\n`) ?? false;
  // Some file systems hold README.md and readme.md for one.
  const wanted = new Set([...pages.keys()].map((name) => name.toLowerCase()));
  const strange = [...found].filter(([name, text]) => wanted.has(name.toLowerCase()) && !isOurs(text));
  if (strange.length > 0) {
    const files = strange.map(([name]) => shown(inFolder(place, name))).join(", ");
    throw failure(
      "input",
      "page-taken",
      `Something else stands where pages would be written: ${files}.`,
      "Move it away, or choose another folder.",
    );
  }
  const names = [...pages.keys()].sort(compareText);
  return {
    missing: names.filter((name) => !found.has(name)),
    stale: names.filter((name) => found.has(name) && found.get(name) !== pages.get(name)),
    leftover: [...found].flatMap(([name, text]) => (!pages.has(name) && isOurs(text) ? [name] : [])).sort(compareText),
  };
}

/** Makes a folder hold the pages, by what was found to differ. */
export async function writePages(
  place: PageFolder,
  pages: ReadonlyMap<string, string>,
  { missing, stale, leftover }: PageDifference,
): Promise<void> {
  try {
    for (const name of [...missing, ...stale])
      await writeNewFile(place.root, inFolder(place, name), pages.get(name) ?? "");
    for (const name of leftover) await rm(join(place.root, inFolder(place, name)));
  } catch (error) {
    throw isFailure(error) ? error : notDone("written", place, error);
  }
}

/** What stands in the folder under names of pages: texts as they were written, however the work tree ends lines; nothing for what is no file. */
async function pagesIn(place: PageFolder): Promise<ReadonlyMap<string, string | undefined>> {
  try {
    await refuseLinks(place);
    const path = join(place.root, place.folder);
    const names = (await readdir(path)).filter((name) => /\.md$/i.test(name));
    return new Map(await Promise.all(names.map(async (name) => [name, await readPage(join(path, name))] as const)));
  } catch (error) {
    if (codeOf(error) === "ENOENT") return new Map();
    throw isFailure(error) ? error : notDone("read", place, error);
  }
}

async function readPage(path: string): Promise<string | undefined> {
  return (await lstat(path)).isFile() ? (await readFile(path, "utf8")).replaceAll("\r\n", "\n") : undefined;
}

async function refuseLinks({ root, folder }: PageFolder): Promise<void> {
  let path = root;
  for (const step of folder.split("/").filter((name) => name !== "")) {
    path = join(path, step);
    if ((await lstat(path)).isDirectory()) continue;
    throw failure(
      "input",
      "output-folder",
      `The pages need the folder ${shown(folder)}, where something else stands.`,
      "Remove what stands there.",
    );
  }
}

function inFolder({ folder }: PageFolder, name: string): string {
  return folder === "" ? name : `${folder}/${name}`;
}

function notDone(what: string, { root, folder }: PageFolder, error: unknown): Failure {
  const message = `The pages in ${shown(folder === "" ? root : folder)} cannot be ${what}: ${codeOf(error)}.`;
  return failure("operational", "pages", message, "Choose another folder, or check its permissions.", error);
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown error";
}
