import { failure } from "../../model/failure.ts";
import type { Failure } from "../../model/failure.ts";
import type { RepoPath } from "../../model/location.ts";
import type { Tree, TreeEntry } from "../../model/tree.ts";
import type { CommitId } from "../../ports/repository.ts";
import { runGit } from "./command.ts";
import type { Surroundings } from "./command.ts";
import { checkPath, readRecords } from "./names.ts";

/** Every file of a commit. */
export async function readTree(at: Surroundings, commit: CommitId): Promise<Tree> {
  const records = readRecords(await runGit(at, ["ls-tree", "-r", "-z", "--full-tree", commit]));
  const tree = new Map<RepoPath, TreeEntry>();
  for (const record of records) {
    const [path, entry] = readEntry(record);
    tree.set(checkPath(path), entry);
  }
  if (tree.size < records.length) throw twoEntries(commit);
  return tree;
}

/** `<mode> <type> <id>\t<path>`. */
function readEntry(record: string): [RepoPath, TreeEntry] {
  const tab = record.indexOf("\t");
  return [
    record.slice(tab + 1),
    { mode: record.slice(0, 6), blob: record.slice(record.lastIndexOf(" ", tab) + 1, tab) },
  ];
}

/** Every option that the repository's configuration could set to leave something out is given. */
const DIFF_TREE = [
  "diff-tree",
  "-r",
  "-z",
  "--no-renames",
  "--no-relative",
  "--no-ext-diff",
  "--no-textconv",
  "--ignore-submodules=none",
];

/** Paths whose entry differs between two commits, sorted. */
export async function readChangedPaths(at: Surroundings, from: CommitId, to: CommitId): Promise<readonly RepoPath[]> {
  return readRecords(await runGit(at, [...DIFF_TREE, "--name-only", from, to])).sort();
}

/** Every file of a commit, told from those of another one: faster than a listing where little differs. */
export async function readTreeFrom(
  at: Surroundings,
  known: { readonly commit: CommitId; readonly tree: Promise<Tree> },
  commit: CommitId,
): Promise<Tree> {
  const difference = runGit(at, [...DIFF_TREE, "--raw", "--no-abbrev", known.commit, commit]);
  const [listed, output] = await Promise.all([known.tree, difference]);
  const records = readRecords(output);
  const tree = new Map(listed);
  const seen = new Set<RepoPath>();
  for (let index = 0; index + 1 < records.length; index += 2) {
    const [, mode = "", , blob = "", status] = (records[index] ?? "").split(" ");
    const path = checkPath(records[index + 1] ?? "");
    if (seen.has(path)) throw twoEntries(commit);
    seen.add(path);
    if (status === "D") tree.delete(path);
    else tree.set(path, { mode, blob });
  }
  return tree;
}

function twoEntries(commit: CommitId): Failure {
  return failure(
    "input",
    "ambiguous-tree",
    `Commit ${commit} holds two entries for one path.`,
    "Repair the commit; git fsck names the tree.",
  );
}
