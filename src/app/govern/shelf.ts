import type { SourceDocument } from "../../model/document.ts";
import type { Blobs, BlobId } from "../../model/tree.ts";
import { readSource } from "../../source/read.ts";
import { recallSource } from "../../source/recall.ts";

/** Opens documents by blob id and forgets the oldest, so that a sweep over ten thousand files stays small. */
export interface Shelf {
  /** Gives the shelf the bytes it opens documents from, and the contents of those that were read before. */
  stock(blobs: Blobs, contents?: Contents): void;
  open(blob: BlobId): readonly SourceDocument[];
  /** What it was given of a file that is no descriptor. */
  bytes(blob: BlobId): Uint8Array | undefined;
}

/** By blob, what `contentOf` made of it. */
export type Contents = Pick<ReadonlyMap<BlobId, string>, "get">;

const NOTHING: Contents = new Map();

export function documentShelf(capacity = 2_000): Shelf {
  let bytesOf: Blobs = new Map();
  let contentOf: Contents = NOTHING;
  const opened = new Map<BlobId, readonly SourceDocument[]>();
  return {
    stock(blobs, contents = NOTHING) {
      bytesOf = blobs;
      contentOf = contents;
    },
    bytes: (blob) => bytesOf.get(blob),
    open(blob) {
      const known = opened.get(blob);
      if (known !== undefined) return known;
      const bytes = bytesOf.get(blob);
      if (bytes === undefined) throw new Error(`blob ${blob} was not loaded`);
      const content = contentOf.get(blob);
      const documents = content === undefined ? readSource(bytes).documents : recallSource(content, bytes);
      for (const oldest of opened.keys()) {
        if (opened.size < capacity) break;
        opened.delete(oldest);
      }
      opened.set(blob, documents);
      return documents;
    },
  };
}
