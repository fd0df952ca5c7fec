import { readDescriptors } from "../../descriptor/read.ts";
import type { Finding } from "../../model/finding.ts";
import type { RepoPath } from "../../model/location.ts";
import type { PlacedDescriptor } from "../../model/mesh.ts";
import type { BlobId, Blobs, TreeEntry } from "../../model/tree.ts";
import { digestOf } from "../../policy/digest.ts";
import { evaluatePolicy, questionsOf } from "../../policy/evaluate.ts";
import { editBytes } from "../../policy/fix/edit.ts";
import { proposeEdits } from "../../policy/fix/propose.ts";
import { isInScope } from "../../policy/policy.ts";
import { MAX_FILE_BYTES } from "../gather.ts";
import type { ReadBlobs } from "../gather.ts";
import { plainId } from "../../policy/identity.ts";
import type { Judgement, Recall } from "../govern/judge.ts";
import { factsFor, lookInto, lookWith, openedFor, pairsNamed } from "../govern/look.ts";
import type { Look } from "../govern/look.ts";
import { prepareMending } from "../govern/mended.ts";
import type { Run } from "../run.ts";

/** A file with a fix in it. */
export interface Mended {
  readonly file: RepoPath;
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

/** Why a fix is not offered. */
export interface Unmended {
  readonly fault: string;
  /** Nothing is wrong any more. */
  readonly isGone?: true;
}

/** Where fixes are tried, on what head holds. */
export interface Bench {
  tryOn(finding: Finding, known: readonly Finding[]): Promise<Mended | Unmended>;
  /** Lets head hold other bytes in a file from now on. */
  put(file: RepoPath, bytes: Uint8Array): void;
}

export function openBench({ input, scope, read }: Run): Bench {
  let look = lookInto(input, scope);
  const tree = new Map(input.head.tree);
  const recall = forgetful(input.recall);
  const library = openLibrary(read);
  const supposed = (file: RepoPath, bytes: Uint8Array): { readonly entry: TreeEntry; readonly look: Look } => {
    const entry = library.add(bytes, tree.get(file)?.mode);
    return { entry, look: lookWith(look, file, entry, readDescriptors(bytes)) };
  };
  return {
    async tryOn(finding, known) {
      const edit = await editFor(look, library, finding);
      if ("fault" in edit) return edit;
      const { placed, before, after } = edit;
      const { file } = placed;
      // What cannot be read any more stands for what it was, and no fix could be made in it.
      if (tree.get(file)?.blob !== placed.blob) return { fault: "the file cannot be read" };
      const { look: next } = supposed(file, after);
      const fault = formFault(look, next, placed);
      if (fault !== undefined) return { fault };
      const mending = prepareMending(look, next, file, recall);
      look.shelf.stock(await library.open(mending.blobs));
      const harm = mending.fault(finding, known);
      return harm === undefined ? { file, before, after } : { fault: harm };
    },
    put(file, bytes) {
      const next = supposed(file, bytes);
      tree.set(file, next.entry);
      look = next.look;
    },
  };
}

/** Blobs that were read, and those of texts that nobody has written yet. */
interface Library {
  open(wanted: Iterable<BlobId>): Promise<Blobs>;
  add(bytes: Uint8Array, mode?: string): TreeEntry;
}

function openLibrary(read: ReadBlobs): Library {
  const known = new Map<BlobId, Uint8Array>();
  return {
    async open(wanted) {
      const found = await read([...wanted].filter((blob) => !known.has(blob)));
      for (const [blob, bytes] of found) known.set(blob, bytes);
      return known;
    },
    add(bytes, mode = "100644") {
      // By its content, because judgements are known by the ids of what was judged.
      const blob = `supposed:${digestOf([...bytes])}`;
      known.set(blob, bytes);
      return { mode, blob };
    },
  };
}

/** What is judged of a text that nobody has written is known as long as the run lasts. */
function forgetful(recall: Recall | undefined): Recall {
  const known = new Map<string, Judgement>();
  return { get: (key) => known.get(key) ?? recall?.get(key), set: (key, judgement) => known.set(key, judgement) };
}

interface FileEdit {
  readonly placed: PlacedDescriptor;
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

/** What the policy's fix makes of the file of the finding. */
async function editFor(look: Look, library: Library, finding: Finding): Promise<FileEdit | Unmended> {
  const { subject, policy: id, target, location } = finding;
  const pairs = subject.kind === "mesh" ? [] : pairsNamed(look, subject.kind, plainId(subject));
  const pair = pairs.find(({ head }) => head?.file === location.file && isVersion(head, subject.version));
  const placed = pair?.head;
  const policy = look.rules.policies.find((one) => one.id === id && isInScope(one.scope, placed?.domain));
  if (pair === undefined || placed === undefined || policy === undefined)
    return { fault: "what the finding is about does not stand in its file" };
  const blobs = await library.open(openedFor(look, pair));
  look.shelf.stock(blobs);
  const facts = factsFor(look, pair, policy.type, subject.id);
  const said = facts && evaluatePolicy(policy, facts).find((one) => one.target === target)?.outcome;
  if (said !== "fail") return { fault: "it is mended already", isGone: true };
  const questions = facts ? questionsOf(policy, facts) : [];
  const element = questions.find((one) => one.kind === "element" && one.element.name === target)?.element;
  const edits = facts && element && proposeEdits(policy, facts, element, look.head.world.open(placed).value);
  const before = blobs.get(placed.blob);
  if (edits === undefined || before === undefined) return { fault: "what the fix would write is not known here" };
  const edited = editBytes(before, placed.index, edits);
  if ("fault" in edited) return edited;
  const after = edited.bytes;
  return after.length > MAX_FILE_BYTES ? { fault: "the file would be too large" } : { placed, before, after };
}

function isVersion({ summary }: PlacedDescriptor, version: string | undefined): boolean {
  return version === undefined || summary.version === version;
}

/** Why a file would not be what it was: another subject, or a text with a problem. */
function formFault(before: Look, after: Look, { file, index, outline }: PlacedDescriptor): string | undefined {
  const isThere = after.head.survey.placed.some(
    (one) =>
      one.file === file && one.index === index && one.outline.kind === outline.kind && one.outline.id === outline.id,
  );
  if (!isThere) return "the file would not say any more what it is about";
  const [known, problems] = [before, after].map(({ head }) =>
    head.survey.problems
      .filter(({ location }) => location.file === file)
      .map(({ code, path, message }) => `${code} ${path} ${message}`),
  );
  return problems?.every((problem) => known?.includes(problem)) ? undefined : "the file would have a problem";
}
