import { failure, isFailure } from "../../model/failure.ts";
import type { Failure } from "../../model/failure.ts";
import { firstLine, shown } from "../shown.ts";
import { GitError } from "./command.ts";

/** What git's complaints mean to the person who runs the engine. The first that matches counts. */
const KNOWN: readonly { readonly sign: RegExp; readonly failure: (folder: string, error: GitError) => Failure }[] = [
  {
    sign: /dubious ownership|is owned by someone else|unsafe repository/,
    failure: (folder, error) =>
      failure(
        "operational",
        "dubious-ownership",
        `git does not read ${shown(folder)} because another user owns it.`,
        `Run: git config --global --add safe.directory ${shown(folder)}`,
        error,
      ),
  },
  {
    sign: /not a git repository/,
    failure: (folder, error) => notARepository(folder, error),
  },
  {
    sign: /promisor remote|lazy fetch|transport '.*' not allowed|missing blob|unable to read (tree|sha1 file|[0-9a-f]{40})|not a tree object|Could not read/,
    failure: (_folder, error) => missingObjects(firstLine(error.stderr), error),
  },
  {
    sign: /unknown repository extension|Expected git repo version/,
    failure: (folder, error) =>
      failure(
        "operational",
        "repository-too-new",
        `This git does not understand the repository ${shown(folder)}: ${firstLine(error.stderr)}`,
        "Install a newer git.",
        error,
      ),
  },
];

/** What to throw for an error while git ran in `folder`: a failure, or the error itself where it is a fault of the engine. */
export function gitFailure(error: unknown, folder: string): unknown {
  if (isFailure(error)) return error;
  if (error instanceof GitError) {
    const known = KNOWN.find(({ sign }) => sign.test(error.stderr));
    return known === undefined ? unexpected(error) : known.failure(folder, error);
  }
  if (!(error instanceof Error && "syscall" in error && "code" in error)) return error;
  if (error.code === "ENOENT" || error.code === "ENOTDIR") return noGit(error);
  return failure(
    "operational",
    "git-not-started",
    `git could not be run in ${shown(folder)}: ${firstLine(error.message)}`,
    "Check that git can be run in that folder.",
    error,
  );
}

export function notARepository(folder: string, cause?: unknown): Failure {
  return failure(
    "input",
    "not-a-repository",
    `${shown(folder)} is not inside a git repository.`,
    "Name a folder of a git repository, or create one with git init.",
    cause,
  );
}

export function missingObjects(what: string, cause?: unknown): Failure {
  return failure(
    "operational",
    "missing-object",
    `The repository lacks an object that is needed: ${what}`,
    "Clone without --filter, or fetch everything with: git fetch --refetch --no-filter",
    cause,
  );
}

export const OLDEST_GIT = "2.31";

export function gitTooOld(): Failure {
  return failure("operational", "git-too-old", "The installed git is too old.", `Install git ${OLDEST_GIT} or newer.`);
}

function noGit(cause: unknown): Failure {
  return failure(
    "operational",
    "git-not-found",
    "The program git was not found.",
    "Install git and put it on PATH.",
    cause,
  );
}

function unexpected(error: GitError): Failure {
  const said = firstLine(error.stderr);
  return failure(
    "operational",
    "git-failed",
    `git failed with exit ${error.exitCode ?? "by a signal"}${said === "" ? "." : `: ${said}`}`,
    "Run git fsck in the repository and repair what it reports.",
    error,
  );
}
