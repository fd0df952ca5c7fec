import { createHash, randomBytes } from "node:crypto";
import { constants, lstatSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { makeFolder } from "../files/make-folder.ts";
import { encodeSegment, openSegment } from "./segment.ts";
import type { Entry, Seal, Segment } from "./segment.ts";

/**
 * A folder of segments. Every file is written under another name first and never changed afterwards, so programs that
 * run at the same time neither see half a file nor disturb each other. Whatever goes wrong, there is just less in it.
 */
export interface Store {
  /** The segments of a seal, the newest first. */
  load(seal: Seal): Promise<readonly StoredSegment[]>;
  /** Writes a segment and removes those that it replaces. */
  save(seal: Seal, entries: Iterable<Entry>, replaced: readonly StoredSegment[]): void;
  /** Removes the oldest files of any seal until the folder is within its bounds. */
  prune(): void;
}

export interface StoredSegment extends Segment {
  readonly name: string;
  readonly size: number;
}

const SEGMENT_FILE = /^[0-9a-f]{16}-[0-9a-f]{32}\.memo$/;
const DRAFT_FILE = /^[0-9a-f]{12}\.tmp$/;
const HOUR = 3_600_000;

export function openStore(folder: string, maxBytes: number): Store {
  return {
    async load(seal) {
      const prefix = prefixOf(seal);
      const found = listFiles(folder, SEGMENT_FILE).filter(({ name }) => name.startsWith(prefix));
      const read = found.sort(newestFirst).map(({ name }) => readStored(join(folder, name), name, seal, maxBytes));
      return (await Promise.all(read)).flatMap((segment) => segment ?? []);
    },
    save(seal, entries, replaced) {
      const bytes = encodeSegment(seal, entries);
      const name = `${prefixOf(seal)}-${digest(bytes).slice(0, 32)}.memo`;
      const draft = join(folder, `${randomBytes(6).toString("hex")}.tmp`);
      makeFolder(folder);
      try {
        writeFileSync(draft, bytes, { flag: "wx", mode: 0o600 });
        renameSync(draft, join(folder, name));
      } catch (error) {
        rmSync(draft, { force: true });
        throw error;
      }
      for (const old of replaced) if (old.name !== name) rmSync(join(folder, old.name), { force: true });
    },
    prune() {
      let total = 0;
      for (const { name, size } of listFiles(folder, SEGMENT_FILE).sort(newestFirst)) {
        total += size;
        if (total > maxBytes) rmSync(join(folder, name), { force: true });
      }
      const now = Date.now();
      for (const { name, time } of listFiles(folder, DRAFT_FILE)) {
        if (now - time > HOUR) rmSync(join(folder, name), { force: true });
      }
    },
  };
}

interface Listed {
  readonly name: string;
  readonly size: number;
  readonly time: number;
}

function listFiles(folder: string, form: RegExp): Listed[] {
  let names: string[];
  try {
    names = readdirSync(folder).filter((name) => form.test(name));
  } catch {
    return [];
  }
  return names.flatMap((name) => {
    const stat = lstatSync(join(folder, name), { throwIfNoEntry: false });
    return stat?.isFile() === true ? [{ name, size: stat.size, time: stat.mtimeMs }] : [];
  });
}

function newestFirst(one: Listed, other: Listed): number {
  return other.time - one.time || (one.name < other.name ? -1 : 1);
}

async function readStored(
  file: string,
  name: string,
  seal: Seal,
  maxBytes: number,
): Promise<StoredSegment | undefined> {
  try {
    const handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      const { size } = await handle.stat();
      if (size > maxBytes) return undefined;
      // In one piece, because other work of the run may keep each further piece waiting.
      const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafeSlow(size), 0, size, 0);
      const segment = bytesRead === size ? openSegment(seal, buffer) : undefined;
      return segment && { ...segment, name, size };
    } finally {
      await handle.close();
    }
  } catch {
    return undefined;
  }
}

/** Other spaces and programs have files of their own. */
function prefixOf({ label }: Seal): string {
  return digest(Buffer.from(label)).slice(0, 16);
}

function digest(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
