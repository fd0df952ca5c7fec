import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { RepoPath } from "../../model/location.ts";
import { gitEnvironment, runGit } from "./command.ts";

/** A repository of our own making in a folder of our own making: the only place where this program writes with git. */
export interface ScratchRepository {
  /** Writes files into the work tree. */
  write(files: ReadonlyMap<RepoPath, string | Uint8Array>): Promise<void>;
  commit(message: string): Promise<void>;
  startBranch(name: string): Promise<void>;
}

const IDENTITY = [
  "user.name=Meshgate demo",
  "user.email=demo@daff.example",
  "commit.gpgSign=false",
  "core.autocrlf=false",
];

export async function createScratchRepository(folder: string): Promise<ScratchRepository> {
  const at = { folder, environment: gitEnvironment(process.env) };
  const git = async (...args: readonly string[]): Promise<void> => {
    await runGit(at, [...IDENTITY.flatMap((setting) => ["-c", setting]), ...args]);
  };
  await git("init", "--quiet", "--initial-branch=main");
  return {
    async write(files) {
      for (const [file, content] of files) {
        const path = join(folder, file);
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, content);
      }
    },
    async commit(message) {
      await git("add", "--all");
      await git("commit", "--quiet", `--message=${message}`);
    },
    async startBranch(name) {
      await git("switch", "--quiet", "--create", name);
    },
  };
}
