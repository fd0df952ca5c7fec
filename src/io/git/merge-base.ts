import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { failure } from "../../model/failure.ts";
import type { Failure } from "../../model/failure.ts";
import type { CommitId } from "../../ports/repository.ts";
import { GitError } from "./command.ts";
import type { Place } from "./place.ts";
import type { Porcelain } from "./porcelain.ts";

/** The best common ancestor of two commits. Throws an `input` failure when there is none, or none that is certain. */
export async function findMergeBase(git: Porcelain, place: Place, one: CommitId, other: CommitId): Promise<CommitId> {
  const base = await git(["merge-base", one, other]).catch((error: unknown) => {
    // By its exit code alone merge-base says that there is none.
    if (error instanceof GitError && error.exitCode === 1 && error.stderr === "") return "";
    throw error;
  });
  if (base === "") throw place.shallow ? tooShallow(one, other) : unrelated(one, other);
  if (place.shallow && (await isUncertain(git, place, [one, other], base))) throw tooShallow(one, other);
  return base;
}

/**
 * Whether history between the base and the two commits is cut off: a nearer common ancestor could lie behind the cut.
 * A base that is one of the two commits cannot be surpassed.
 */
async function isUncertain(git: Porcelain, place: Place, tips: readonly CommitId[], base: CommitId): Promise<boolean> {
  if (tips.includes(base)) return false;
  const between = (await git(["rev-list", ...tips, `^${base}`])).split("\n");
  const cuts = new Set((await readFile(join(place.commonFolder, "shallow"), "utf8")).split("\n"));
  return between.some((commit) => cuts.has(commit));
}

function tooShallow(one: CommitId, other: CommitId): Failure {
  return failure(
    "input",
    "shallow-clone",
    `This clone is too shallow to show where ${short(one)} and ${short(other)} part.`,
    "Fetch the whole history: fetch-depth: 0 in actions/checkout, or git fetch --deepen=<commits>.",
  );
}

function unrelated(one: CommitId, other: CommitId): Failure {
  return failure(
    "input",
    "unrelated-histories",
    `The commits ${short(one)} and ${short(other)} have no common ancestor.`,
    "Name a base that the change was branched from.",
  );
}

function short(commit: CommitId): string {
  return commit.slice(0, 12);
}
