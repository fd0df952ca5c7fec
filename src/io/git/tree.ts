import { failure } from "../../model/failure.ts";
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
  if (tree.size < records.length) {
    throw failure(
      "input",
      "ambiguous-tree",
      `Commit ${commit} holds two entries for one path.`,
      "Repair the commit; git fsck names the tree.",
    );
  }
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
  "--name-only",
  "--no-renames",
  "--no-relative",
  "--no-ext-diff",
  "--no-textconv",
  "--ignore-submodules=none",
];

/** Paths whose entry differs between two commits, sorted. */
export async function readChangedPaths(at: Surroundings, from: CommitId, to: CommitId): Promise<readonly RepoPath[]> {
  return readRecords(await runGit(at, [...DIFF_TREE, from, to])).sort();
}
