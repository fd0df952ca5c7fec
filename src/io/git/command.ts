import { spawn } from "node:child_process";
import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { devNull } from "node:os";
import { delimiter, isAbsolute } from "node:path";

/** Where and with which environment git runs. */
export interface Surroundings {
  readonly folder: string;
  readonly environment: NodeJS.ProcessEnv;
}

/** git ended with something else than success; `stderr` is what it said. */
export class GitError extends Error {
  readonly exitCode: number | null;
  readonly stderr: string;

  constructor(exitCode: number | null, stderr: string) {
    super(`git ended with ${exitCode ?? "a signal"}: ${stderr}`);
    this.name = "GitError";
    this.exitCode = exitCode;
    this.stderr = stderr;
  }
}

/**
 * Settings that a repository's own configuration could use to run a program or to hide an answer, overridden for every
 * command. An empty `core.fsmonitor` means "none" to every version of git; "false" is a program's name to old ones.
 */
export const OVERRIDES = [
  "core.fsmonitor=",
  "core.hooksPath=/dev/null",
  "core.untrackedCache=false",
  "core.warnAmbiguousRefs=true",
] as const;

/** What git may inherit: where programs and the machine owner's configuration (`safe.directory`) are. */
const INHERITED = ["HOME", "USERPROFILE", "XDG_CONFIG_HOME", "SystemRoot", "TMPDIR", "TEMP", "TMP"] as const;

const FIXED = {
  LC_ALL: "C",
  GIT_TERMINAL_PROMPT: "0",
  GIT_OPTIONAL_LOCKS: "0",
  // Objects that a partial clone lacks are reported, never fetched: the transport would be the repository's choice.
  GIT_NO_LAZY_FETCH: "1",
  GIT_ALLOW_PROTOCOL: "none",
  // A replacement ref would show another content under the same id.
  GIT_NO_REPLACE_OBJECTS: "1",
} as const;

/** The `GIT_` variables of `gitEnvironment`. */
export const GIT_VARIABLES: readonly string[] = Object.keys(FIXED).filter((name) => name.startsWith("GIT_"));

/** A clean environment: no `GIT_DIR` of a hook, no pager, editor or prompt. */
export function gitEnvironment(parent: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const environment: NodeJS.ProcessEnv = { ...FIXED, PATH: absolutePath(parent["PATH"] ?? parent["Path"] ?? "") };
  for (const name of INHERITED) if (parent[name] !== undefined) environment[name] = parent[name];
  return environment;
}

/** Relative entries, and an empty list, would look for git in the folder that is judged. */
function absolutePath(path: string): string {
  const folders = path.split(delimiter).filter((folder) => isAbsolute(folder));
  return folders.length === 0 ? devNull : folders.join(delimiter);
}

export function startGit(at: Surroundings, args: readonly string[]): ChildProcessWithoutNullStreams {
  const settings = OVERRIDES.flatMap((setting) => ["-c", setting]);
  return spawn("git", ["--no-pager", ...settings, ...args], {
    cwd: at.folder,
    env: at.environment,
    windowsHide: true,
  });
}

/**
 * What git printed, byte by byte: paths need not be UTF-8. `input` is what it reads. Throws a `GitError`, or the system's
 * error without git.
 */
export function runGit(
  at: Surroundings,
  args: readonly string[],
  input: readonly (string | Uint8Array)[] = [],
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = startGit(at, args);
    const output: Buffer[] = [];
    const complaint = keepText(child.stderr);
    child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
    child.stdin.on("error", () => undefined);
    child.stdin.end(Buffer.concat(input.map((part) => Buffer.from(part))));
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve(Buffer.concat(output));
      else reject(new GitError(code, complaint()));
    });
  });
}

const LONGEST_COMPLAINT = 16_384;

/** The beginning of what a stream says. */
export function keepText(stream: NodeJS.ReadableStream): () => string {
  let text = "";
  stream.on("data", (chunk: Buffer) => {
    if (text.length < LONGEST_COMPLAINT) text += chunk.toString("utf8");
  });
  return () => text;
}
