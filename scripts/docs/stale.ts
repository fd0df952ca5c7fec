import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Everything in this folder is generated: a file that nothing generates any more has to go. */
const OWNED = "schemas";

/** The files below `root` that differ from `wanted`, are missing, or should not be there; sorted. */
export async function staleFiles(root: string, wanted: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const left = (await listOrNothing(join(root, OWNED))).map((name) => `${OWNED}/${name}`);
  const files = [...new Set([...wanted.keys(), ...left])].sort();
  const actual = await Promise.all(files.map((file) => readOrNothing(join(root, file))));
  return files.filter((file, index) => actual[index] !== wanted.get(file));
}

export async function writeFiles(
  root: string,
  wanted: ReadonlyMap<string, string>,
  stale: readonly string[],
): Promise<void> {
  for (const file of stale) {
    const content = wanted.get(file);
    await mkdir(dirname(join(root, file)), { recursive: true });
    await (content === undefined ? rm(join(root, file)) : writeFile(join(root, file), content));
  }
}

function listOrNothing(folder: string): Promise<readonly string[]> {
  return unlessAbsent(readdir(folder), []);
}

function readOrNothing(file: string): Promise<string | undefined> {
  return unlessAbsent(readFile(file, "utf8"), undefined);
}

async function unlessAbsent<T, A>(found: Promise<T>, absent: A): Promise<T | A> {
  try {
    return await found;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return absent;
    throw error;
  }
}
