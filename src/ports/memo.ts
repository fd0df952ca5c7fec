import type { Json } from "../model/json.ts";

/**
 * Remembers results by a key that digests everything they depend on. It can only save time: a damaged, foreign or
 * truncated store is an empty one, and a value is returned only for the very key it was stored under.
 */
export interface Memo {
  /** Reads a space, once however often it is asked. Never rejects: what cannot be read is empty. */
  open(space: string): Promise<MemoSpace>;
  /** Writes what was added. Never throws for a store that cannot be written; the next run is then cold. */
  flush(): Promise<void>;
}

/** Values in two parts: the heads of many thousands are looked at, so all are read at once, and the rests of a few. */
export interface MemoSpace {
  /** Undefined when nothing is remembered under the key. */
  head(key: string): Json | undefined;
  rest(key: string): string | undefined;
  set(key: string, head: Json, rest?: string): void;
}
