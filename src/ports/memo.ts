/**
 * Remembers results by a key that digests everything they depend on. It can only save time: a damaged, foreign or
 * truncated store is an empty one, and a value is returned only for the very key it was stored under.
 */
export interface Memo {
  get(space: string, key: string): string | undefined;
  set(space: string, key: string, value: string): void;
  /** Writes what was added. Never throws for a store that cannot be written; the next run is then cold. */
  flush(): Promise<void>;
}
