import { claimsByName, isCandidate } from "../../descriptor/discover.ts";
import type { RepoPath } from "../../model/location.ts";
import { differingFiles } from "../../model/tree.ts";
import type { Tree, TreeEntry } from "../../model/tree.ts";
import type { GovernInput } from "./input.ts";
import { isFixture, isRuleFile } from "./ground.ts";
import type { Ground } from "./ground.ts";

export type CandidateFiles = readonly (readonly [RepoPath, TreeEntry])[];

/** The files that a run looks at, by their paths alone. */
export interface Scope {
  /** Files that differ between the two trees; none without a base. */
  readonly touched: ReadonlySet<RepoPath>;
  /** The candidates of the tree that the change started from; without a base those of head. */
  readonly start: CandidateFiles;
  /** The candidates of head that are touched. */
  readonly changed: CandidateFiles;
}

type Trees = Pick<GovernInput, "head" | "base" | "rules" | "proposed">;

export function scopeOf({ head, base, rules }: Trees, touched = touchedBetween(base, head)): Scope {
  const start = candidates((base ?? head).tree, rules);
  return { touched, start, changed: candidates(partOf(head.tree, touched), rules) };
}

export function touchedBetween(base: GovernInput["base"], head: GovernInput["head"]): ReadonlySet<RepoPath> {
  return base === undefined ? new Set() : differingFiles(base.tree, head.tree);
}

/** The files that must be read before a run can be prepared: every file of either tree that may hold descriptors. */
export function candidateFiles(trees: Trees, { start, changed }: Scope = scopeOf(trees)): CandidateFiles {
  return [...start, ...changed, ...(trees.proposed ? candidates(trees.head.tree, trees.proposed) : [])];
}

/** The files of a tree that may hold descriptors. */
export function candidates(tree: Tree, ground: Ground): CandidateFiles {
  const { discovery } = ground.settings;
  return [...tree].filter(([file]) =>
    isRuleFile(file) ? claimsByName(file) : isCandidate(file, discovery) && !isFixture(file),
  );
}

/** The part of a tree that holds the files. */
function partOf(tree: Tree, files: ReadonlySet<RepoPath>): Tree {
  return new Map(
    [...files].flatMap((file) => {
      const entry = tree.get(file);
      return entry === undefined ? [] : [[file, entry] as const];
    }),
  );
}
