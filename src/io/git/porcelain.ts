import { GIT_VARIABLES, GitError, OVERRIDES } from "./command.ts";
import type { Surroundings } from "./command.ts";

/** Runs one short git command and returns what it printed, without the end of line. Throws a `GitError`, also for an ambiguous name. */
export type Porcelain = (args: readonly string[]) => Promise<string>;

/** git takes one of the meanings and only warns, as it would for a tag that somebody named like the base branch. */
export const AMBIGUOUS = "is ambiguous";

/**
 * git for commands whose answer is a line or two of ASCII. The argument vectors are fixed by the caller: nothing from
 * outside may stand in them before `--end-of-options`.
 */
export async function openPorcelain(at: Surroundings): Promise<Porcelain> {
  // Loading the package takes longer than a git command, so it waits until a repository is really asked.
  const { simpleGit } = await import("simple-git");
  const git = simpleGit({
    baseDir: at.folder,
    config: [...OVERRIDES],
    // Both settings are overridden with a value that turns the feature off.
    unsafe: { allowUnsafeFsMonitor: true, allowUnsafeHooksPath: true },
    allowEnvironment: GIT_VARIABLES,
    trimmed: true,
    errors(error, { exitCode, stdErr }) {
      const complaint = Buffer.concat(stdErr).toString("utf8");
      if (isSystemError(error)) return error;
      return exitCode !== 0 || complaint.includes(AMBIGUOUS) ? new GitError(exitCode, complaint) : undefined;
    },
  }).env(at.environment);
  return (args) => git.raw([...args]);
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error;
}
