import { createHmac, timingSafeEqual } from "node:crypto";
import type { Json } from "../../model/json.ts";

/**
 * Some remembered values, as one file that is written once: magic, code, length of the index, index, values. The
 * index holds the heads of all values, and where the rest of each ends. The code (HMAC-SHA-256) covers the label and
 * everything behind it, so that a file that is cut, changed, taken from another space
 * or program, or written by somebody without the secret is no segment.
 */
export interface Segment {
  head(key: string): Json | undefined;
  rest(key: string): string | undefined;
  /** From the oldest to the newest; first those that nobody asked for. */
  entries(): Iterable<Entry>;
}

export type Entry = readonly [key: string, value: Value];

/** A value as it is written; both parts are decoded. */
export interface Value {
  readonly head: Json;
  readonly rest: string;
}

/** What seals a segment: the secret, and what the values belong to (space and program). */
export interface Seal {
  readonly secret: Uint8Array;
  readonly label: string;
}

const MAGIC = Buffer.from("meshgate memo 2\n");
const CODE_LENGTH = 32;
const INDEX_AT = MAGIC.length + CODE_LENGTH;
const VALUES_AT = INDEX_AT + 4;

interface Index {
  readonly keys: string[];
  readonly heads: Json[];
  readonly ends: number[];
}

export function encodeSegment(seal: Seal, entries: Iterable<Entry>): Buffer {
  const keys: string[] = [];
  const heads: Json[] = [];
  const ends: number[] = [];
  const values: Buffer[] = [];
  let end = 0;
  for (const [key, { head, rest }] of entries) {
    const bytes = Buffer.from(rest, "utf8");
    end += bytes.length;
    keys.push(key);
    heads.push(head);
    ends.push(end);
    values.push(bytes);
  }
  const index = Buffer.from(JSON.stringify({ keys, heads, ends } satisfies Index));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(index.length);
  const content = Buffer.concat([length, index, ...values]);
  return Buffer.concat([MAGIC, codeOf(seal, content), content]);
}

/** The segment in `bytes`; undefined unless it was sealed with just this seal. */
export function openSegment(seal: Seal, bytes: Buffer): Segment | undefined {
  if (bytes.length < VALUES_AT || !bytes.subarray(0, MAGIC.length).equals(MAGIC)) return undefined;
  const [code, content] = [bytes.subarray(MAGIC.length, INDEX_AT), bytes.subarray(INDEX_AT)];
  return timingSafeEqual(code, codeOf(seal, content)) ? readSegment(bytes) : undefined;
}

/** The code vouches for the form, so it is not checked again. */
function readSegment(bytes: Buffer): Segment {
  const valuesAt = VALUES_AT + bytes.readUInt32BE(INDEX_AT);
  const { keys, heads, ends } = JSON.parse(bytes.toString("utf8", VALUES_AT, valuesAt)) as Index;
  const positions = new Map<string, number>();
  for (const [position, key] of keys.entries()) positions.set(key, position);
  const wanted = new Set<number>();
  const headAt = (position: number): Json => heads[position] ?? null;
  const restAt = (position: number): string =>
    bytes.toString("utf8", valuesAt + (ends[position - 1] ?? 0), valuesAt + (ends[position] ?? 0));
  return {
    head(key) {
      const position = positions.get(key);
      if (position === undefined) return undefined;
      wanted.add(position);
      return headAt(position);
    },
    rest(key) {
      const position = positions.get(key);
      return position === undefined ? undefined : restAt(position);
    },
    *entries() {
      for (const isWanted of [false, true]) {
        for (const [position, key] of keys.entries()) {
          if (wanted.has(position) !== isWanted) continue;
          yield [key, { head: headAt(position), rest: restAt(position) }];
        }
      }
    },
  };
}

function codeOf({ secret, label }: Seal, content: Uint8Array): Buffer {
  return createHmac("sha256", secret)
    .update(`${Buffer.byteLength(label)} ${label}`)
    .update(content)
    .digest();
}
