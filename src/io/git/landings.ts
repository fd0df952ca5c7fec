import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { RepoPath } from "../../model/location.ts";
import type { Landing, Landings } from "../../model/landing.ts";
import type { CommitId } from "../../ports/repository.ts";
import { runGit } from "./command.ts";
import type { Surroundings } from "./command.ts";
import { landedDay } from "./history.ts";
import { encodePath, readRecords } from "./names.ts";
import type { Place } from "./place.ts";

/** So many contents of a path are told, the newest. */
export const MOST_CONTENTS = 100;
/** A file that has changed its name more often is known by its last names. */
const MOST_NAMES = 20;

/**
 * What the branch of a commit has held at each path, back through the names that a file had before: git is asked once for
 * everything at the names that are known, and once what was renamed where one of them begins, until none is new.
 */
export async function readLandings(
  at: Surroundings,
  place: Place,
  tip: CommitId,
  paths: readonly RepoPath[],
): Promise<ReadonlyMap<RepoPath, Landings>> {
  const names = new Set(paths.filter(isAskable));
  const formerNames = new Map<CommitId, Map<RepoPath, RepoPath>>();
  const cuts = place.shallow ? await cutsOf(place) : new Set<CommitId>();
  let changes: readonly Change[] = [];
  for (let round = 0; round < MOST_NAMES; round++) {
    changes = names.size === 0 ? [] : await listChanges(at, tip, names);
    const beginnings = changes.filter(({ status }) => status === "A").map(({ commit }) => commit);
    await addFormerNames(at, new Set(beginnings), formerNames);
    const before = names.size;
    for (const { commit, path } of changes) {
      const former = formerNames.get(commit)?.get(path);
      if (former !== undefined && isAskable(former)) names.add(former);
    }
    if (names.size === before) break;
  }
  const lines = byPath(await notBeforeParents(at, changes));
  return new Map(paths.map((path) => [path, trace(path, { lines, formerNames, cuts })]));
}

/** An argument is text, and git reads input by lines: a path with a line break that is not UTF-8 goes neither way. */
function isAskable(path: RepoPath): boolean {
  return path !== "" && !path.includes("\0") && !(BREAKS.test(path) && /\p{Surrogate}/u.test(path));
}

/** What one commit did to one path. */
interface Change {
  /** Position of the commit in the branch, the newest first. */
  readonly index: number;
  readonly commit: CommitId;
  /** The one before it on the branch; absent: none is known. */
  readonly parent?: CommitId;
  readonly day: string;
  readonly path: RepoPath;
  readonly blob: string | null;
  readonly status: string;
  /** Where the path comes from in a rename. */
  readonly former?: RepoPath;
}

interface Known {
  readonly lines: ReadonlyMap<RepoPath, readonly Change[]>;
  readonly formerNames: ReadonlyMap<CommitId, ReadonlyMap<RepoPath, RepoPath>>;
  readonly cuts: ReadonlySet<CommitId>;
}

function trace(path: RepoPath, { lines, formerNames, cuts }: Known): Landings {
  if (!isAskable(path)) return { landings: [], truncated: true };
  const { found, truncated } = walk(path, { lines, formerNames, cuts });
  return { landings: inOrder(found), truncated };
}

/** A commit may be dated back: nothing has landed before what had landed already. */
function inOrder(landings: readonly Landing[]): readonly Landing[] {
  let latest = "";
  const ordered = [...landings].reverse().map((landing) => {
    if (landing.day > latest) latest = landing.day;
    return { ...landing, day: latest };
  });
  return ordered.reverse();
}

/** The landings of a path by the clocks of their commits, the newest first. */
function walk(
  path: RepoPath,
  { lines, formerNames, cuts }: Known,
): { readonly found: readonly Landing[]; readonly truncated: boolean } {
  const landings: Landing[] = [];
  const contents = new Set<string>();
  let rest = lines.get(path) ?? [];
  for (let change = rest[0]; change !== undefined; change = rest[0]) {
    const { index, commit, day, blob, status } = change;
    // Behind the cut the file may be older, and the day is not the one on which it landed.
    if (cuts.has(commit)) return { found: [...landings, toLanding(change)], truncated: true };
    if (blob !== null && !contents.has(blob) && contents.size === MOST_CONTENTS)
      return { found: landings, truncated: true };
    if (blob !== null) contents.add(blob);
    landings.push({ commit, day, path: change.path, blob });
    const former = status === "A" ? formerNames.get(commit)?.get(change.path) : undefined;
    if (former === undefined) rest = rest.slice(1);
    // Its name was not asked for: too many, or one that cannot be.
    else if (!lines.has(former)) return { found: landings, truncated: true };
    else rest = (lines.get(former) ?? []).filter((one) => one.index > index);
  }
  return { found: landings, truncated: false };
}

function toLanding({ commit, day, path, blob }: Change): Landing {
  return { commit, day, path, blob };
}

function byPath(changes: readonly Change[]): ReadonlyMap<RepoPath, readonly Change[]> {
  const lines = new Map<RepoPath, Change[]>();
  for (const change of changes) {
    const line = lines.get(change.path);
    if (line === undefined) lines.set(change.path, [change]);
    else line.push(change);
  }
  return lines;
}

/** The commits behind which a shallow clone knows nothing. */
async function cutsOf({ commonFolder }: Place): Promise<ReadonlySet<CommitId>> {
  return new Set((await readFile(join(commonFolder, "shallow"), "utf8")).split("\n").filter((line) => line !== ""));
}

/** Every option and setting that could leave something out, follow something else or run a program is given. */
const LOG = [
  ...["-c", "log.showRoot=true", "-c", "log.follow=false", "-c", "log.mailmap=false", "--literal-pathspecs"],
  ...["log", "--stdin", "--first-parent", "--diff-merges=first-parent", "--no-show-signature", "--no-notes"],
  ...[
    "--no-color",
    "--raw",
    "-z",
    "--no-abbrev",
    "--format=%H %ct %P",
    "--no-relative",
    "--no-ext-diff",
    "--no-textconv",
  ],
  ...["--ignore-submodules=all"],
];

/** What the commits of a branch did to some paths, the newest first. */
async function listChanges(at: Surroundings, tip: CommitId, paths: ReadonlySet<RepoPath>): Promise<readonly Change[]> {
  // A line of the input ends at its line break, so a path that holds one is an argument.
  const [lines, others] = [false, true].map((breaks) => [...paths].filter((path) => BREAKS.test(path) === breaks));
  const input = [`${tip}\n--\n`, ...(lines ?? []).flatMap((path) => [encodePath(path), "\n"])];
  const output = await runGit(at, [...LOG, "--no-renames", "--", ...(others ?? [])], input);
  return readChanges(output);
}

const BREAKS = /[\r\n]/;

/** A commit may be dated back: it has not landed before the one on which it stands. */
async function notBeforeParents(at: Surroundings, changes: readonly Change[]): Promise<readonly Change[]> {
  const parents = [...new Set(changes.flatMap(({ parent }) => parent ?? []))];
  if (parents.length === 0) return changes;
  const input = [parents.map((parent) => `${parent}\n`).join("")];
  const output = await runGit(at, ["rev-list", "--no-walk=unsorted", "--timestamp", "--stdin"], input);
  const days = new Map(
    output
      .toString("latin1")
      .split("\n")
      .map((line) => line.split(" "))
      .map(([seconds = "", id = ""]) => [id, landedDay(Number(seconds))] as const),
  );
  return changes.map((change) => {
    const day = days.get(change.parent ?? "") ?? "";
    return day > change.day ? { ...change, day } : change;
  });
}

/** Adds what was called otherwise before each of the commits, by git's own likeness of contents. */
async function addFormerNames(
  at: Surroundings,
  commits: ReadonlySet<CommitId>,
  known: Map<CommitId, Map<RepoPath, RepoPath>>,
): Promise<void> {
  const open = [...commits].filter((commit) => !known.has(commit));
  if (open.length === 0) return;
  for (const commit of open) known.set(commit, new Map());
  const renames = ["--no-walk=unsorted", "--find-renames=50%", "-l1000", "--diff-filter=R"];
  const output = await runGit(at, [...LOG, ...renames], [open.map((commit) => `${commit}\n`).join("")]);
  for (const { commit, path, former } of readChanges(output)) {
    if (former !== undefined) known.get(commit)?.set(path, former);
  }
}

/** `<commit> <seconds> <parents>`, then for each entry `:<mode> <mode> <blob> <blob> <status>`, its path, and the new one of a rename. */
function readChanges(output: Buffer): readonly Change[] {
  const records = readRecords(output);
  const changes: Change[] = [];
  let [commit, day, parent, index] = ["", "", "", -1];
  for (let at = 0; at < records.length; at++) {
    const record = (records[at] ?? "").replace(/^\n/, "");
    if (!record.startsWith(":")) {
      const [id = "", seconds = "", first = ""] = record.split(" ");
      [commit, day, parent, index] = [id, landedDay(Number(seconds)), first, index + 1];
      continue;
    }
    const [, mode = "", , blob = "", status = ""] = record.split(" ");
    const path = records[++at] ?? "";
    const held = mode.startsWith(REGULAR) ? blob : null;
    const from = { index, commit, day, ...(parent !== "" && { parent }) };
    const entry = { ...from, blob: held, status: status.charAt(0) };
    changes.push(entry.status === "R" ? { ...entry, former: path, path: records[++at] ?? "" } : { ...entry, path });
  }
  return changes;
}

/** Regular files; a link or a module holds nothing that is read, and a file that is gone has the mode 000000. */
const REGULAR = "100";
