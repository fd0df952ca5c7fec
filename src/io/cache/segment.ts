import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * Some remembered values, as one file that is written once: magic, code, length of the index, index, values.
 * The code (HMAC-SHA-256) covers the label and everything behind it, so that a file that is cut, changed, taken from
 * another space or program, or written by somebody without the key is no segment.
 */
export interface Segment {
  get(key: string): string | undefined;
  /** From the oldest to the newest; first those that nobody asked for. */
  entries(): Iterable<readonly [key: string, value: string]>;
}

/** What seals a segment: the secret, and what the values belong to (space and program). */
export interface Seal {
  readonly secret: Uint8Array;
  readonly label: string;
}

const MAGIC = Buffer.from("meshgate memo 1\n");
const CODE_LENGTH = 32;
const INDEX_AT = MAGIC.length + CODE_LENGTH;
const VALUES_AT = INDEX_AT + 4;

export function encodeSegment(seal: Seal, entries: Iterable<readonly [string, string]>): Buffer {
  const keys: string[] = [];
  const ends: number[] = [];
  const values: Buffer[] = [];
  let end = 0;
  for (const [key, value] of entries) {
    const bytes = Buffer.from(value, "utf8");
    end += bytes.length;
    keys.push(key);
    ends.push(end);
    values.push(bytes);
  }
  const index = Buffer.from(JSON.stringify({ keys, ends }));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(index.length);
  const content = Buffer.concat([length, index, ...values]);
  return Buffer.concat([MAGIC, codeOf(seal, content), content]);
}

/** The segment in `bytes`; undefined unless it was sealed with just this seal. */
export function openSegment(seal: Seal, bytes: Buffer): Segment | undefined {
  if (bytes.length < VALUES_AT || !bytes.subarray(0, MAGIC.length).equals(MAGIC)) return undefined;
  const code = bytes.subarray(MAGIC.length, INDEX_AT);
  if (!timingSafeEqual(code, codeOf(seal, bytes.subarray(INDEX_AT)))) return undefined;
  return readSegment(bytes);
}

/** The code vouches for the form, so it is not checked again. */
function readSegment(bytes: Buffer): Segment {
  const valuesAt = VALUES_AT + bytes.readUInt32BE(INDEX_AT);
  const { keys, ends } = JSON.parse(bytes.toString("utf8", VALUES_AT, valuesAt)) as { keys: string[]; ends: number[] };
  const positions = new Map(keys.map((key, position) => [key, position]));
  const wanted = new Set<number>();
  const valueAt = (position: number): string =>
    bytes.toString("utf8", valuesAt + (ends[position - 1] ?? 0), valuesAt + (ends[position] ?? 0));
  return {
    get(key) {
      const position = positions.get(key);
      if (position === undefined) return undefined;
      wanted.add(position);
      return valueAt(position);
    },
    *entries() {
      for (const isWanted of [false, true]) {
        for (const [position, key] of keys.entries()) {
          if (wanted.has(position) === isWanted) yield [key, valueAt(position)];
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
