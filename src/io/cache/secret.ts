import { createHash, randomBytes } from "node:crypto";
import { closeSync, constants, fstatSync, linkSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { makeFolder } from "../files/make-folder.ts";
import { failure } from "../../model/failure.ts";

const SHORTEST = 16;
const FILE_FORM = /^[0-9a-f]{64}\n$/;

/**
 * The secret that the cache is sealed with: `MESHGATE_CACHE_KEY`, or a file that only its owner may read and that is
 * made on first use. Undefined when there is no such file and none can be made. Throws an `input` failure for a key
 * that could be guessed.
 */
export function findSecret(env: NodeJS.ProcessEnv, file: string): Uint8Array | undefined {
  const key = env["MESHGATE_CACHE_KEY"] ?? "";
  if (key === "") return readSecret(file) ?? makeSecret(file);
  if (key.length >= SHORTEST) return createHash("sha256").update(key).digest();
  throw failure(
    "input",
    "cache-key-too-short",
    `MESHGATE_CACHE_KEY has ${key.length} characters, which could be guessed.`,
    `Give it ${SHORTEST} random characters or more, or leave it out.`,
  );
}

/** A file that others may read or own seals nothing. */
function readSecret(file: string): Uint8Array | undefined {
  try {
    const handle = openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      const { mode, uid, size } = fstatSync(handle);
      const isPrivate = process.platform === "win32" || ((mode & 0o077) === 0 && uid === process.getuid?.());
      if (!isPrivate || size > 1024) return undefined;
      const text = readFileSync(handle, "latin1");
      return FILE_FORM.test(text) ? Buffer.from(text.trim(), "hex") : undefined;
    } finally {
      closeSync(handle);
    }
  } catch {
    return undefined;
  }
}

/** Appears whole or not at all; of two programs that make it at once, one wins and both use its secret. */
function makeSecret(file: string): Uint8Array | undefined {
  const draft = `${file}.${randomBytes(6).toString("hex")}.tmp`;
  try {
    makeFolder(dirname(file));
    writeFileSync(draft, `${randomBytes(32).toString("hex")}\n`, { mode: 0o600, flag: "wx" });
    try {
      linkSync(draft, file);
    } finally {
      rmSync(draft);
    }
  } catch {
    // Without a file there is no secret; one that was there first decides, whether it can be used or not.
  }
  return readSecret(file);
}
