import { createHash } from "node:crypto";
import type { Memo, MemoSpace } from "../../ports/memo.ts";
import { findPlaces } from "./places.ts";
import { identifyProgram } from "./program.ts";
import { findSecret } from "./secret.ts";
import { openStore } from "./store.ts";
import type { Store, StoredSegment } from "./store.ts";
import type { Entry, Seal, Value } from "./segment.ts";

export interface MemoOptions {
  /** Absolute path of what is judged, `home` of a repository: repositories have separate caches. */
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
  /** False: remembers until the end of the run only. */
  readonly enabled?: boolean;
  /** Bytes on disk, see `DEFAULT_MAX_BYTES`. */
  readonly maxBytes?: number;
  /** What computes the values; default: this program, see `identifyProgram`. */
  readonly program?: string;
}

const DEFAULT_MAX_BYTES = 512 * 1024 * 1024;
/** Segments of one space before they are merged into one. */
const MAX_SEGMENTS = 8;
/** Strings that UTF-8 cannot hold are not stored: they would come back changed. JSON escapes its own. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * Opens the cache in a folder, see docs/decisions/0005-cache.md. Where it cannot be used, what is remembered lasts for
 * the run. Throws an `input` failure only for a `MESHGATE_CACHE_KEY` that could be guessed.
 */
export function openMemo(options: MemoOptions): Promise<Memo> {
  return Promise.resolve().then(() => {
    const { folder, env, enabled = true, maxBytes = DEFAULT_MAX_BYTES } = options;
    const places = enabled ? findPlaces(folder, env) : undefined;
    const secret = places && findSecret(env, places.secretFile);
    if (places === undefined || secret === undefined) return memoIn(undefined);
    const store = openStore(places.folder, maxBytes);
    return memoIn({ store, secret, program: options.program ?? identifyProgram(), maxBytes });
  });
}

interface Backing {
  readonly store: Store;
  readonly secret: Uint8Array;
  readonly program: string;
  readonly maxBytes: number;
}

/** What a run knows of a space: what was stored, and what the run adds. */
interface Space extends MemoSpace {
  readonly seal: Seal;
  readonly stored: readonly StoredSegment[];
  readonly unsaved: Map<string, Value>;
}

function memoIn(backing: Backing | undefined): Memo {
  const spaces = new Map<string, Promise<Space>>();
  return {
    open(name) {
      const space = spaces.get(name) ?? openSpace(name, backing);
      spaces.set(name, space);
      return space;
    },
    async flush() {
      if (backing !== undefined) for (const space of await Promise.all(spaces.values())) saveSpace(backing, space);
    },
  };
}

async function openSpace(name: string, backing: Backing | undefined): Promise<Space> {
  const seal = { secret: backing?.secret ?? NO_SECRET, label: JSON.stringify([name, backing?.program]) };
  const stored = (await backing?.store.load(seal)) ?? [];
  const added = new Map<string, Value>();
  const unsaved = new Map<string, Value>();
  return {
    seal,
    stored,
    unsaved,
    head(long) {
      const key = shortened(long);
      const own = added.get(key);
      return own === undefined ? first(stored, (segment) => segment.head(key)) : own.head;
    },
    rest(long) {
      const key = shortened(long);
      const own = added.get(key);
      return own === undefined ? first(stored, (segment) => segment.rest(key)) : own.rest;
    },
    set(long, head, rest = "") {
      const [key, value] = [shortened(long), { head, rest }];
      added.set(key, value);
      if (!LONE_SURROGATE.test(rest)) unsaved.set(key, value);
    },
  };
}

/** Longer keys stand for themselves by their SHA-256, in hex. */
const MAX_KEY = 64;

function shortened(key: string): string {
  return key.length < MAX_KEY ? key : createHash("sha256").update(key).digest("hex");
}

/** What the newest segment that knows it says. */
function first<T>(segments: readonly StoredSegment[], ask: (segment: StoredSegment) => T | undefined): T | undefined {
  for (const segment of segments) {
    const answer = ask(segment);
    if (answer !== undefined) return answer;
  }
  return undefined;
}

const NO_SECRET = new Uint8Array();

/** A store that cannot be written leaves the next run cold, nothing else. */
function saveSpace({ store, maxBytes }: Backing, { seal, stored, unsaved }: Space): void {
  if (unsaved.size === 0) return;
  try {
    const replaced = stored.length < MAX_SEGMENTS ? [] : stored;
    store.save(seal, newestWithin(merge(replaced, unsaved), maxBytes / 2), replaced);
    store.prune();
    unsaved.clear();
  } catch {
    return;
  }
}

/** From the oldest to the newest; a key that was remembered again stands at its newest place. */
function merge(stored: readonly StoredSegment[], added: ReadonlyMap<string, Value>): ReadonlyMap<string, Value> {
  const all = new Map<string, Value>();
  const parts = [...[...stored].reverse().map((segment) => segment.entries()), added];
  for (const part of parts) {
    for (const [key, value] of part) {
      all.delete(key);
      all.set(key, value);
    }
  }
  return all;
}

/** Bytes that an entry takes in the index, about. */
const INDEX_COST = 24;
const NO_VALUE: Value = { head: null, rest: "" };

/** The newest entries that fit. */
function newestWithin(entries: ReadonlyMap<string, Value>, maxBytes: number): readonly Entry[] {
  const list = [...entries];
  let total = 0;
  let first = list.length;
  for (; first > 0; first--) {
    const [key, { head, rest }] = list[first - 1] ?? ["", NO_VALUE];
    total += Buffer.byteLength(key) + Buffer.byteLength(JSON.stringify(head)) + Buffer.byteLength(rest) + INDEX_COST;
    if (total > maxBytes) break;
  }
  return list.slice(first);
}
