import { realpath, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { failure } from "../../model/failure.ts";
import { shown } from "../shown.ts";
import { runGit } from "./command.ts";
import type { Surroundings } from "./command.ts";
import { gitTooOld } from "./failures.ts";

/** Where the parts of a repository are, as absolute paths. */
export interface Place {
  /** Top folder of the work tree; absent for a bare repository or inside `.git`. */
  readonly workTree?: string;
  /** The index and `HEAD` of this work tree. */
  readonly gitFolder: string;
  /** Objects and refs, shared by all work trees of a clone. */
  readonly commonFolder: string;
  readonly hash: "sha1" | "sha256";
  readonly shallow: boolean;
}

/** An existing folder by its real path. Throws an `input` failure for anything else. */
export async function findFolder(folder: string): Promise<string> {
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (isFolder) return realpath(folder);
  throw failure(
    "input",
    "no-such-folder",
    `There is no folder ${shown(folder)}.`,
    "Name a folder of a git repository.",
  );
}

const PATH_FORMAT = "--path-format=absolute";
const QUESTIONS = ["--is-shallow-repository", "--show-object-format", "--is-inside-work-tree", "--show-cdup"];

/** Asks git once for everything about the place. Throws a `GitError` where there is no repository that git reads. */
export async function findPlace(at: Surroundings): Promise<Place> {
  const output = await runGit(at, ["rev-parse", PATH_FORMAT, ...QUESTIONS, "--git-dir", "--git-common-dir"]);
  const lines = output.toString("utf8").split("\n").slice(0, -1);
  // An option that git does not know is printed back.
  if (lines[0] === PATH_FORMAT) throw gitTooOld();
  return readPlace(lines, at.folder);
}

/** The way to the top is missing where there is no work tree, so the answers count from both ends. */
function readPlace(lines: readonly string[], folder: string): Place {
  const [shallow, hash, inside, up] = lines;
  const [gitFolder, commonFolder] = lines.slice(-2);
  if (gitFolder === undefined || commonFolder === undefined || !isHash(hash) || lines.length > 6) {
    throw failure(
      "input",
      "unreadable-place",
      `git's account of the repository at ${shown(folder)} cannot be read.`,
      "Use a folder whose path has no line break.",
    );
  }
  const place = { gitFolder, commonFolder, hash, shallow: shallow === "true" };
  return inside === "true" && up !== undefined ? { ...place, workTree: resolve(folder, up) } : place;
}

function isHash(name: string | undefined): name is Place["hash"] {
  return name === "sha1" || name === "sha256";
}
