import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Files, GeneratedMesh } from "../mesh.ts";

/** Writes a mesh as a bare git repository with the branches `main`, `change` and `hub-change`. */
export async function writeRepository(folder: string, { files, change, hubChange }: GeneratedMesh): Promise<void> {
  await writeBranches(folder, [
    ["main", files],
    ["change", change, "main"],
    ["hub-change", hubChange, "main"],
  ]);
}

type Branch = readonly [name: string, files: Files, from?: string | undefined, day?: number];

/**
 * Writes commits to a bare repository; the second of a branch follows the first, a day counts from 20 November 2025.
 * Through one `git fast-import`: ten thousand products take seconds.
 */
export async function writeBranches(folder: string, branches: readonly Branch[]): Promise<void> {
  await run(["init", "-q", "--bare", "-b", "main", folder]);
  const git = spawn("git", ["-C", folder, "-c", "core.compression=1", "fast-import", "--quiet", "--done"], {
    stdio: ["pipe", "ignore", "inherit"],
  });
  const ended = once(git, "close");
  for (const part of [...branches.flatMap((branch) => [...commit(...branch)]), "done\n"]) {
    if (!git.stdin.write(part)) await once(git.stdin, "drain");
  }
  git.stdin.end();
  const [code] = (await ended) as [number | null];
  if (code !== 0) throw new Error(`git fast-import ended with ${String(code)}`);
}

/** Writes a mesh as plain files, for programs that do not read git. */
export function writeFiles(folder: string, files: Files): void {
  for (const [file, text] of files) {
    const path = join(folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

const START = 1_763_596_800;
const DAY = 86_400;

function* commit(branch: string, files: Files, from?: string, day = 0): Generator<string> {
  yield `commit refs/heads/${branch}\ncommitter Daff <data@daff.example> ${START + day * DAY} +0000\n${data(`The ${branch} of the mesh`)}`;
  if (from !== undefined) yield `from refs/heads/${from}\n`;
  for (const [file, text] of files) yield `M 100644 inline ${file}\n${data(text)}`;
  yield "\n";
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}

async function run(args: readonly string[]): Promise<void> {
  const [code] = (await once(spawn("git", args, { stdio: "inherit" }), "close")) as [number | null];
  if (code !== 0) throw new Error(`git ${args.join(" ")} ended with ${String(code)}`);
}
