import { createHash } from "node:crypto";
import type { Hash } from "node:crypto";
import type { BlobId } from "../../model/tree.ts";

/** The object id git gives to a blob of `size` bytes (gitformat: `blob <size>\0<bytes>`), to be fed with the bytes. */
export function startBlobHash(hash: "sha1" | "sha256", size: number): Hash {
  return createHash(hash).update(`blob ${size}\0`);
}

export function blobId(hash: "sha1" | "sha256", bytes: Uint8Array): BlobId {
  return startBlobHash(hash, bytes.length).update(bytes).digest("hex");
}
