import { readDescriptors } from "../../descriptor/read.ts";
import type { Reading } from "../../model/descriptor.ts";
import type { RepoPath } from "../../model/location.ts";
import type { BlobId, TreeEntry } from "../../model/tree.ts";
import { digestOf } from "../../policy/digest.ts";
import type { Judgement, Recall } from "../govern/judge.ts";
import type { Scope } from "../govern/scope.ts";
import type { Run } from "../run.ts";

/** The run as it would be with other bytes in a file of head. */
export function withBytes(run: Run, file: RepoPath, bytes: Uint8Array): Run {
  const { input, scope, read } = run;
  // By its content, because judgements are known by the ids of what was judged.
  const blob: BlobId = `supposed:${digestOf([...bytes])}`;
  const entry: TreeEntry = { mode: input.head.tree.get(file)?.mode ?? "100644", blob };
  const reading = readDescriptors(bytes);
  const { readings, recall } = input;
  return {
    input: {
      ...input,
      head: { ...input.head, tree: new Map(input.head.tree).set(file, entry) },
      readings: { get: (one) => (one === blob ? reading : readings.get(one)) },
      recall: forgetful(recall),
    },
    scope: withEntry(scope, file, entry, input.base !== undefined),
    async read(wanted) {
      const blobs = new Set(wanted);
      const found = await read([...blobs].filter((one) => one !== blob));
      return blobs.has(blob) ? new Map([...found, [blob, bytes]]) : found;
    },
  };
}

function withEntry({ touched, start, changed }: Scope, file: RepoPath, entry: TreeEntry, isChange: boolean): Scope {
  const pair = [file, entry] as const;
  const replaced = (files: Scope["start"]): Scope["start"] => files.map((one) => (one[0] === file ? pair : one));
  if (!isChange) return { touched, changed, start: replaced(start) };
  const isThere = changed.some(([one]) => one === file);
  return { touched: new Set([...touched, file]), start, changed: isThere ? replaced(changed) : [...changed, pair] };
}

/** What is judged of a text that nobody has written is known as long as the run lasts. */
function forgetful(recall: Recall | undefined): Recall {
  const known = new Map<string, Judgement>();
  return { get: (key) => known.get(key) ?? recall?.get(key), set: (key, judgement) => known.set(key, judgement) };
}

/** How the run is judged with a fix: as a part of the change, or where nothing is compared as a change of its own. */
export function asChange(run: Run, next: Run, file: RepoPath): Run {
  if (run.input.base !== undefined) return next;
  const { head } = run.input;
  const entry = next.input.head.tree.get(file);
  return {
    ...next,
    input: { ...next.input, base: { ref: head.ref, commit: "", tree: head.tree } },
    scope: { touched: new Set([file]), start: run.scope.start, changed: entry ? [[file, entry]] : [] },
  };
}

export function readingOf({ input }: Run, file: RepoPath): Reading | undefined {
  const entry = input.head.tree.get(file);
  return entry && input.readings.get(entry.blob);
}
