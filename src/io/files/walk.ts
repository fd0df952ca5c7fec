import { readdir } from "node:fs/promises";
import { join } from "node:path";

/** Folders that hold no files of a mesh. */
const SKIPPED: ReadonlySet<string> = new Set([".git", "node_modules"]);

/** Regular files below a folder, relative to it with forward slashes, sorted. Symlinks are neither read nor followed. */
export async function listFolder(folder: string): Promise<readonly string[]> {
  return (await walk(folder, "")).sort();
}

async function walk(folder: string, prefix: string): Promise<string[]> {
  const entries = await readdir(join(folder, prefix), { withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ name }) => prefix + name);
  const folders = entries.filter((entry) => entry.isDirectory() && !SKIPPED.has(entry.name));
  const nested: string[][] = [];
  for (const { name } of folders) nested.push(await walk(folder, `${prefix}${name}/`));
  return [...files, ...nested.flat()];
}
