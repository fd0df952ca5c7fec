import { open, readdir, stat } from "node:fs/promises";
import type { Stats } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { closest, distance } from "fastest-levenshtein";
import { failure } from "../../model/failure.ts";
import type { Failure } from "../../model/failure.ts";
import { shown } from "../shown.ts";
import { listFolder } from "./walk.ts";

const AT_ONCE = 32;
/** Enough for anything the engine reads; a larger file is a problem of its own, whatever stands further down. */
const DEFAULT_LIMIT = 1 << 20;
/** What a folder is searched for. */
const TEXT_FILE = /\.(?:ya?ml|json)$/i;

/**
 * The files that `names` stand for, by the name they were asked by, relative to `cwd`: a file is itself, a folder all
 * YAML and JSON files below it. Contents are cut to `limit` + 1 bytes. Throws an `input` failure for a name that is
 * neither a file nor a folder, and an `operational` one for a file that may not be read.
 */
export async function readFiles(
  cwd: string,
  names: readonly string[],
  limit: number = DEFAULT_LIMIT,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = [...new Set((await Promise.all(names.map((name) => expand(cwd, name)))).flat())];
  const contents = new Map<string, Uint8Array>();
  for (let at = 0; at < files.length; at += AT_ONCE) {
    const batch = files.slice(at, at + AT_ONCE);
    const read = await Promise.all(batch.map((file) => readStart(cwd, file, limit + 1)));
    for (const [index, file] of batch.entries()) contents.set(file, read[index] ?? NOTHING);
  }
  return contents;
}

const NOTHING = new Uint8Array();

async function expand(cwd: string, name: string): Promise<readonly string[]> {
  const found = await look(cwd, name);
  if (found.isFile()) return [name];
  if (!found.isDirectory()) throw neither(name);
  const files = await listFolder(resolve(cwd, name)).catch((error: unknown) => {
    throw unreadable(name, error);
  });
  return files.filter((file) => TEXT_FILE.test(file)).map((file) => join(name, file));
}

async function look(cwd: string, name: string): Promise<Stats> {
  if (name.includes("\0")) throw neither(name);
  try {
    return await stat(resolve(cwd, name));
  } catch (error) {
    if (errorCode(error) === "ENOENT" || errorCode(error) === "ENOTDIR") throw await noSuchFile(cwd, name);
    throw unreadable(name, error);
  }
}

async function readStart(cwd: string, file: string, length: number): Promise<Uint8Array> {
  try {
    const source = await open(resolve(cwd, file));
    try {
      return await readUpTo(source, length);
    } finally {
      await source.close();
    }
  } catch (error) {
    throw unreadable(file, error);
  }
}

async function readUpTo(source: Awaited<ReturnType<typeof open>>, length: number): Promise<Uint8Array> {
  const { size } = await source.stat();
  const bytes = Buffer.allocUnsafe(Math.min(size, length));
  let done = 0;
  while (done < bytes.length) {
    const { bytesRead } = await source.read(bytes, done, bytes.length - done, done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return bytes.subarray(0, done);
}

async function noSuchFile(cwd: string, name: string): Promise<Failure> {
  const path = resolve(cwd, name);
  const siblings = await readdir(dirname(path)).catch(() => []);
  const best = siblings.length === 0 ? undefined : closest(basename(path), siblings);
  const isNear = best !== undefined && distance(basename(path), best) <= Math.max(2, best.length / 4);
  const suggestion = isNear ? ` Did you mean ${shown(join(dirname(name), best))}?` : "";
  return failure(
    "input",
    "no-such-file",
    `There is no file ${shown(name)}.${suggestion}`,
    "Name an existing file or folder.",
  );
}

function neither(name: string): Failure {
  return failure("input", "not-a-file", `${shown(name)} is neither a file nor a folder.`, "Name a file or a folder.");
}

function unreadable(name: string, error: unknown): Failure {
  const message = `${shown(name)} cannot be read: ${errorCode(error)}.`;
  return failure("operational", "unreadable-file", message, "Check its permissions.", error);
}

function errorCode(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown error";
}
