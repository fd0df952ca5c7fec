import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Content of a file in a test repository; null removes the file. */
export type Content = string | Uint8Array | Special | null;
export type Files = Readonly<Record<string, Content>>;

interface Special {
  readonly mode: "100755" | "120000" | "160000";
  readonly content: string;
}

export const executable = (content: string): Special => ({ mode: "100755", content });
export const symlink = (target: string): Special => ({ mode: "120000", content: target });
export const submodule = (commit: string): Special => ({ mode: "160000", content: commit });

/** A real git repository in a temporary folder that goes away with the test file. */
export interface TestRepository {
  readonly dir: string;
  /**
   * Adds a commit to `on` (default `main`) that changes `files`, and returns its id. A branch that does not exist yet
   * starts at `from`, or without history. The work tree stays as it is; see `checkout`.
   */
  commit(files: Files, options?: CommitOptions): string;
  /** Makes the work tree and `HEAD` what a branch or commit holds. */
  checkout(ref?: string): void;
  /** Writes into the work tree, without a commit. */
  write(files: Files): void;
  /** Runs git; returns what it prints, without the last line end. */
  readonly git: (...args: readonly string[]) => string;
}

export interface CommitOptions {
  readonly on?: string;
  readonly from?: string;
  /** A second parent. */
  readonly merge?: string;
  readonly message?: string;
  /** The day that the committer's clock has; default: minutes after the commit before. */
  readonly day?: string;
  /** The day that the author claims; default: the same. */
  readonly authored?: string;
}

const FIRST_COMMIT = Date.UTC(2026, 0, 5, 9) / 1000;
const MINUTE = 60;
const AUTHOR = "Listener Data <listener-data@daff.example>";

const folders: string[] = [];

/** What the tests of a file have left behind; called after each file. */
export function removeTemporaryFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** A folder of its own, removed after the tests of the file. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "meshgate-test-")));
  folders.push(folder);
  return folder;
}

let home: string | undefined;

/** The user that runs programs in a test file: a home of its own, with the cache in it. */
export function testHome(): string {
  if (home === undefined || !existsSync(home)) home = temporaryFolder();
  return home;
}

export function runGit(dir: string, args: readonly string[], input?: string | Uint8Array): string {
  const output = execFileSync("git", args, {
    cwd: dir,
    env: {
      PATH: process.env["PATH"],
      HOME: dir,
      GIT_CONFIG_NOSYSTEM: "1",
      GIT_CONFIG_GLOBAL: "/dev/null",
      GIT_AUTHOR_NAME: "Listener Data",
      GIT_AUTHOR_EMAIL: "listener-data@daff.example",
      GIT_AUTHOR_DATE: `${FIRST_COMMIT} +0000`,
      GIT_COMMITTER_NAME: "Listener Data",
      GIT_COMMITTER_EMAIL: "listener-data@daff.example",
      GIT_COMMITTER_DATE: `${FIRST_COMMIT} +0000`,
    },
    input: input ?? "",
    maxBuffer: 1 << 30,
    stdio: ["pipe", "pipe", "pipe"],
  });
  return output.toString("utf8").replace(/\n$/, "");
}

/** An empty repository with the branch `main`. `init` are further arguments of `git init`. */
export function testRepository(...init: readonly string[]): TestRepository {
  const dir = temporaryFolder();
  runGit(dir, ["init", "--quiet", "--initial-branch=main", ...init]);
  let commits = 0;
  const git = (...args: readonly string[]): string => runGit(dir, args);
  return {
    dir,
    git,
    commit(files, { on = "main", from, merge, message = "Change the mesh", day, authored } = {}) {
      const ref = `refs/heads/${on}`;
      const exists = git("for-each-ref", ref) !== "";
      const parent = exists ? ref : from;
      const minutes = commits++ * MINUTE;
      const whenOf = (date: string | undefined): string =>
        `${(date === undefined ? FIRST_COMMIT : Date.parse(date) / 1000) + minutes} +0000`;
      const stream = [
        `commit ${ref}\nauthor ${AUTHOR} ${whenOf(authored ?? day)}\ncommitter ${AUTHOR} ${whenOf(day)}\n`,
        data(message),
        parent === undefined ? "" : `from ${git("rev-parse", `${parent}^{commit}`)}\n`,
        merge === undefined ? "" : `merge ${git("rev-parse", `${merge}^{commit}`)}\n`,
        ...Object.entries(files).map(([path, content]) => fileChange(path, content)),
      ];
      runGit(dir, ["fast-import", "--quiet", "--force"], Buffer.concat(stream.map((part) => Buffer.from(part))));
      return git("rev-parse", ref);
    },
    checkout(ref = "main") {
      git("checkout", "--quiet", "--force", ref);
    },
    write(files) {
      for (const [path, content] of Object.entries(files)) writeContent(join(dir, path), content);
    },
  };
}

function fileChange(path: string, content: Content): string | Uint8Array {
  const name = quotePath(path);
  if (content === null) return `D ${name}\n`;
  const { mode, body } = split(content);
  if (mode === "160000") return `M 160000 ${String(body)} ${name}\n`;
  return Buffer.concat([Buffer.from(`M ${mode} inline ${name}\n`), Buffer.from(data(body))]);
}

function data(body: string | Uint8Array): Uint8Array {
  const bytes = Buffer.from(body);
  return Buffer.concat([Buffer.from(`data ${bytes.length}\n`), bytes, Buffer.from("\n")]);
}

function split(content: Exclude<Content, null>): { mode: string; body: string | Uint8Array } {
  if (typeof content === "string" || content instanceof Uint8Array) return { mode: "100644", body: content };
  return { mode: content.mode, body: content.content };
}

/** Lone surrogates U+DC80–U+DCFF stand for stray bytes, as in the paths that the engine reads. */
function quotePath(path: string): string {
  const quoted = Array.from(path, (character) => {
    const code = character.charCodeAt(0);
    if (code >= 0xdc80 && code <= 0xdcff) return `\\${(code - 0xdc00).toString(8)}`;
    if (character === '"' || character === "\\") return `\\${character}`;
    return character === "\n" ? "\\n" : character;
  });
  return `"${quoted.join("")}"`;
}

function writeContent(file: string, content: Content): void {
  rmSync(file, { recursive: true, force: true });
  if (content === null) return;
  mkdirSync(dirname(file), { recursive: true });
  const { mode, body } = split(content);
  if (mode === "120000") symlinkSync(String(body), file);
  else writeFileSync(file, body);
  if (mode === "100755") chmodSync(file, 0o755);
}
