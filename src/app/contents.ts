import type { BlobId } from "../model/tree.ts";
import type { Memo, MemoSpace } from "../ports/memo.ts";
import type { Contents } from "./govern/shelf.ts";

/** Contents by blob: of what this run reads, and of what earlier runs read that read much of a mesh. */
export interface ContentBook {
  set(blob: BlobId, content: string): void;
  /** What is known of some blobs. */
  lookUp(blobs: ReadonlySet<BlobId>): Promise<Contents>;
}

/** Opening the remembered contents of a large mesh takes as long as reading so many texts. */
const MANY = 200;

export function contentBook(memo: Memo): ContentBook {
  const own = new Map<BlobId, string>();
  const unsaved = new Map<BlobId, string>();
  let missed = 0;
  let remembered: MemoSpace | undefined;
  const open = async (): Promise<MemoSpace> => (remembered ??= await memo.open("contents"));
  return {
    set(blob, content) {
      own.set(blob, content);
      unsaved.set(blob, content);
    },
    async lookUp(blobs) {
      if (unsaved.size >= MANY) {
        const space = await open();
        for (const [blob, content] of unsaved) space.set(blob, null, content);
        unsaved.clear();
      }
      for (const blob of blobs) if (!own.has(blob)) missed += 1;
      const space = missed >= MANY ? await open() : remembered;
      return { get: (blob) => own.get(blob) ?? space?.rest(blob) };
    },
  };
}
