import type { Difference } from "../compat/difference.ts";
import { comparePayloads } from "../compat/payload/compare.ts";
import { payloadPaths, withContents } from "../compat/payload/contents.ts";
import type { Payload, PayloadContent } from "../compat/payload/payload.ts";
import { payloadRoot } from "../compat/payload/resolve.ts";
import { payloadsIn } from "../descriptor/payloads.ts";
import type { Json } from "../model/json.ts";
import { readSource } from "../source/read.ts";

/** Contents of payload schemas by path; what is left out is not there. */
export type PayloadFiles = ReadonlyMap<string, Uint8Array>;

/** A contract in its file. Without `payloads` nobody has looked at the schemas that it names. */
export interface PayloadSide {
  readonly file: string;
  readonly contract: Json;
  readonly payloads?: PayloadFiles;
}

/** Which files have to be read to compare what a contract names, and the folder that none of them may lie outside of. */
export function payloadsToRead(
  file: string,
  bytes: Uint8Array,
): { readonly root: string; readonly files: readonly string[] } {
  const [document] = readSource(bytes).documents;
  return { root: payloadRoot(file), files: payloadPaths(payloadsIn(document?.value ?? null), file) };
}

/** Every change of the payload schemas that two contracts name. */
export function diffPayloads(before: PayloadSide, after: PayloadSide): readonly Difference[] {
  return comparePayloads(payloadsOf(before), payloadsOf(after));
}

function payloadsOf({ file, contract, payloads }: PayloadSide): readonly Payload[] {
  return withContents(payloadsIn(contract), file, (path): PayloadContent | undefined => {
    if (payloads === undefined) return { fault: "was not read" };
    const bytes = payloads.get(path);
    return bytes && { bytes };
  });
}
