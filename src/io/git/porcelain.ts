import type { SimpleGitOptions } from "simple-git";
import { GIT_VARIABLES, GitError, OVERRIDES } from "./command.ts";
import type { Surroundings } from "./command.ts";

/**
 * Runs one short git command and returns what it printed, without the end of line. Throws a `GitError`, also for a name
 * with two meanings. The argument vectors are fixed by the caller: nothing from outside may stand in them before
 * `--end-of-options`.
 */
export type Porcelain = (args: readonly string[]) => Promise<string>;

/** git takes one of the meanings and only warns, as it would for a tag that somebody named like the base branch. */
export const AMBIGUOUS = "is ambiguous";

/** git for commands whose answer is a line or two of ASCII. */
export async function openPorcelain(at: Surroundings): Promise<Porcelain> {
  // Loading the package takes longer than a git command, so it waits until a repository is really asked.
  const { simpleGit } = await import("simple-git");
  return async (args) => {
    const end = { exitCode: 0, complaint: "", systemError: undefined as Error | undefined };
    const options: Partial<SimpleGitOptions> = {
      baseDir: at.folder,
      config: [...OVERRIDES],
      // Both settings are overridden with a value that turns the feature off.
      unsafe: { allowUnsafeFsMonitor: true, allowUnsafeHooksPath: true },
      allowEnvironment: GIT_VARIABLES,
      trimmed: true,
      // The package keeps only the message of an error, so what happened is noted here and judged below.
      errors(error, { exitCode, stdErr }) {
        end.exitCode = exitCode;
        end.complaint = Buffer.concat(stdErr).toString("utf8");
        if (error instanceof Error && "syscall" in error) end.systemError = error;
        return end.systemError;
      },
    };
    // One instance for each command: commands of the same instance wait for each other and share failures.
    const output = await simpleGit(options)
      .env(at.environment)
      .raw([...args])
      .catch((error: unknown) => {
        throw end.systemError ?? error;
      });
    if (end.exitCode !== 0 || end.complaint.includes(AMBIGUOUS)) throw new GitError(end.exitCode, end.complaint);
    return output;
  };
}
