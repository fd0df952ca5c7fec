import { open, realpath, stat } from "node:fs/promises";
import { resolve, sep } from "node:path";

/** Enough for any schema; a larger one is told of as too large. */
const DEFAULT_LIMIT = 1 << 20;

/**
 * The files of a list that lie below a folder once every link is followed, by the name they were asked by, relative to
 * `cwd`. What is not there, cannot be read or is no plain file is left out. Contents are cut to `limit` + 1 bytes.
 */
export async function readBelow(
  cwd: string,
  root: string,
  files: readonly string[],
  limit: number = DEFAULT_LIMIT,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const contents = new Map<string, Uint8Array>();
  if (files.length === 0) return contents;
  const ground = await realpath(resolve(cwd, root));
  for (const file of files) {
    const bytes = await readStart(resolve(cwd, file), ground, limit + 1).catch(() => undefined);
    if (bytes !== undefined) contents.set(file, bytes);
  }
  return contents;
}

async function readStart(file: string, ground: string, length: number): Promise<Uint8Array | undefined> {
  const real = await realpath(file);
  if (!real.startsWith(ground.endsWith(sep) ? ground : `${ground}${sep}`)) return undefined;
  // Before it is opened: a pipe would wait for its writer.
  const found = await stat(real);
  if (!found.isFile()) return undefined;
  const source = await open(real);
  try {
    const bytes = new Uint8Array(Math.min(found.size, length));
    let done = 0;
    while (done < bytes.length) {
      const { bytesRead } = await source.read(bytes, done, bytes.length - done, done);
      if (bytesRead === 0) break;
      done += bytesRead;
    }
    return bytes.subarray(0, done);
  } finally {
    await source.close();
  }
}
