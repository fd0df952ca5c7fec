import { Socket } from "node:net";
import type { ChildProcessWithoutNullStreams } from "node:child_process";
import type { BlobId, Blobs } from "../../model/tree.ts";
import { GitError, keepText, startGit } from "./command.ts";
import type { Surroundings } from "./command.ts";
import { missingObjects } from "./failures.ts";
import { replyParser } from "./replies.ts";

/** The contents of a repository, read through one process that lives as long as the reader. */
export interface ObjectReader {
  /** Contents by blob id, each cut to `limit` + 1 bytes. Throws a failure when one is missing. */
  read(ids: Iterable<BlobId>, limit: number): Promise<Blobs>;
  close(): Promise<void>;
}

const OBJECT_ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const IDS_PER_WRITE = 512;

/** Starts `git cat-file --batch` at once, so that it is ready when the first content is wanted. */
export function openObjects(at: Surroundings): ObjectReader {
  const child = startGit(at, ["cat-file", "--batch"]);
  const end = watchEnd(child);
  letExit(child, true);
  let turn: Promise<unknown> = Promise.resolve();
  return {
    read(ids, limit) {
      const result = turn.then(() => readBatch(child, end, [...new Set(ids)], limit));
      turn = result.catch(() => undefined);
      return result;
    },
    async close() {
      await turn;
      child.stdin.end();
      letExit(child, false);
      await end.promise;
    },
  };
}

interface End {
  readonly promise: Promise<Error>;
  /** Why the process is gone; undefined while it runs. */
  reason: Error | undefined;
}

function watchEnd(child: ChildProcessWithoutNullStreams): End {
  const complaint = keepText(child.stderr);
  // What cannot be written is explained by the end of the process.
  child.stdin.on("error", () => undefined);
  const end: End = {
    reason: undefined,
    promise: new Promise((resolve) => {
      child.on("error", resolve);
      child.on("close", (code) => {
        resolve(new GitError(code, complaint()));
      });
    }),
  };
  void end.promise.then((reason) => (end.reason = reason));
  return end;
}

/** Asks for `ids` and collects the answers, which come in the same order. */
async function readBatch(
  child: ChildProcessWithoutNullStreams,
  end: End,
  ids: readonly BlobId[],
  limit: number,
): Promise<Blobs> {
  if (ids.length === 0) return new Map();
  if (end.reason !== undefined) throw end.reason;
  const malformed = ids.find((id) => !OBJECT_ID.test(id));
  if (malformed !== undefined) throw new TypeError(`Not a blob id: ${JSON.stringify(malformed)}`);
  letExit(child, false);
  try {
    return await new Promise((resolve, reject) => {
      void end.promise.then(reject);
      receive(child, ids.length, limit).then(resolve, reject);
      void send(child, end, ids);
    });
  } finally {
    child.stdout.removeAllListeners("data");
    letExit(child, true);
  }
}

function receive(child: ChildProcessWithoutNullStreams, count: number, limit: number): Promise<Blobs> {
  return new Promise((resolve, reject) => {
    const blobs = new Map<BlobId, Uint8Array>();
    const faults: string[] = [];
    const take = replyParser(limit, ({ id, type, bytes }) => {
      if (type === "blob") blobs.set(id, bytes);
      else faults.push(`${id} is ${type === "missing" ? "missing" : `a ${type}, not a blob`}`);
      if (blobs.size + faults.length < count) return;
      if (faults[0] === undefined) resolve(blobs);
      else reject(missingObjects(faults.length === 1 ? faults[0] : `${faults[0]} (and ${faults.length - 1} more)`));
    });
    child.stdout.on("data", (chunk: Buffer) => {
      try {
        take(chunk);
      } catch (error) {
        child.kill();
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    });
  });
}

/** Writes no faster than git reads. */
async function send(child: ChildProcessWithoutNullStreams, end: End, ids: readonly BlobId[]): Promise<void> {
  for (let at = 0; at < ids.length && end.reason === undefined; at += IDS_PER_WRITE) {
    const lines = `${ids.slice(at, at + IDS_PER_WRITE).join("\n")}\n`;
    if (!child.stdin.write(lines)) await Promise.race([drained(child), end.promise]);
  }
}

function drained(child: ChildProcessWithoutNullStreams): Promise<void> {
  return new Promise((resolve) => child.stdin.once("drain", resolve));
}

/** Whether the engine may end while the process still waits for questions. */
function letExit(child: ChildProcessWithoutNullStreams, may: boolean): void {
  const parts = [child, child.stdin, child.stdout, child.stderr];
  for (const part of parts) {
    if (!("unref" in part) || !("ref" in part)) continue;
    if (!(part === child || part instanceof Socket)) continue;
    if (may) part.unref();
    else part.ref();
  }
}
