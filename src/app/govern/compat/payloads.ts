import type { Difference } from "../../../compat/difference.ts";
import { comparePayloads } from "../../../compat/payload/compare.ts";
import { withContents } from "../../../compat/payload/contents.ts";
import type { Payload, PayloadContent } from "../../../compat/payload/payload.ts";
import { resolvePayload } from "../../../compat/payload/resolve.ts";
import { payloadsIn } from "../../../descriptor/payloads.ts";
import type { RepoPath } from "../../../model/location.ts";
import type { PlacedContract } from "../../../model/mesh.ts";
import type { BlobId } from "../../../model/tree.ts";
import type { World } from "../../../policy/facts/world.ts";

/** The files with schemas of what a contract sends. */
export function payloadFilesOf({ file, outline }: PlacedContract): readonly RepoPath[] {
  return (outline.payloads ?? []).flatMap((url) => {
    const resolved = resolvePayload(file, url);
    return "path" in resolved ? [resolved.path] : [];
  });
}

/** What has to be read to compare them. */
export function payloadBlobs(world: World, contract: PlacedContract): readonly BlobId[] {
  return payloadFilesOf(contract).flatMap((path) => world.fileAt(path)?.blob ?? []);
}

/** Every change of the payload schemas that a contract names on both sides. */
export function payloadDifferences(
  base: World,
  before: PlacedContract,
  head: World,
  after: PlacedContract,
): readonly Difference[] {
  if (before.outline.payloads === undefined && after.outline.payloads === undefined) return [];
  return comparePayloads(payloadsOf(base, before), payloadsOf(head, after));
}

function payloadsOf(world: World, placed: PlacedContract): readonly Payload[] {
  return withContents(payloadsIn(world.open(placed).value), placed.file, (path): PayloadContent | undefined => {
    const found = world.fileAt(path);
    if (found === null) return undefined;
    return found.bytes === undefined ? { fault: "was not read", digest: found.blob } : { bytes: found.bytes };
  });
}
