import { govern, prepare } from "../../../../src/app/govern/govern.ts";
import type { GovernInput, Side } from "../../../../src/app/govern/input.ts";
import type { Judgement, Recall } from "../../../../src/app/govern/judge.ts";
import { isRuleFile, readRules } from "../../../../src/app/govern/rules.ts";
import type { Rules } from "../../../../src/app/govern/rules.ts";
import { readDescriptors } from "../../../../src/descriptor/read.ts";
import { shippedPacks } from "../../../../src/io/files/packs.ts";
import type { Reading } from "../../../../src/model/descriptor.ts";
import type { Report } from "../../../../src/model/report.ts";
import type { BlobId, Blobs, Tree } from "../../../../src/model/tree.ts";

/** A tree as texts by path. */
export type Texts = Readonly<Record<string, string>>;

export const AS_OF = "2026-11-20";

/** The packs that ship. */
export const PACKS = await shippedPacks();

const blobOfText = new Map<string, BlobId>();
const bytesOfBlob = new Map<BlobId, Uint8Array>();
const readings = new Map<string, Reading>();

/** The id of a text: equal texts have equal ids, in every run. */
export function blobOf(text: string): BlobId {
  const known = blobOfText.get(text);
  if (known !== undefined) return known;
  const blob = blobOfText.size.toString(16).padStart(40, "0");
  blobOfText.set(text, blob);
  bytesOfBlob.set(blob, new TextEncoder().encode(text));
  return blob;
}

/** Bytes of every text that was ever part of a tree. */
export const BLOBS: Blobs = bytesOfBlob;

/** The tree of some texts, and the readings that a run needs of it. Sorted by path, as git lists a tree. */
export function treeOf(texts: Texts): Tree {
  const files = Object.keys(texts).sort();
  return new Map(
    files.map((file) => {
      const text = texts[file] ?? "";
      const blob = blobOf(text);
      if (!readings.has(blob)) readings.set(blob, readDescriptors(new TextEncoder().encode(text)));
      return [file, { mode: "100644", blob }];
    }),
  );
}

const rules = new Map<string, Rules>();

/** The rules that stand in some texts; compiled once for all runs. */
export function rulesOf(texts: Texts): Rules {
  const files = Object.entries(texts).filter(([file]) => isRuleFile(file));
  const key = JSON.stringify(files);
  const known = rules.get(key);
  if (known !== undefined) return known;
  const read = readRules(new Map(files.map(([file, text]) => [file, new TextEncoder().encode(text)])), PACKS);
  rules.set(key, read);
  return read;
}

export function sideOf(texts: Texts, name: string): Side & { readonly commit: string } {
  return { ref: name, commit: name, tree: treeOf(texts) };
}

/** What may differ between runs on the same two trees. */
export type Options = Partial<Pick<GovernInput, "rules" | "proposed" | "asOf" | "failOn" | "recall">>;

/** The input of a run; the rules are those of base, or of head where there is no base. */
export function inputOf(base: Texts | undefined, head: Texts, options: Options = {}): GovernInput {
  return {
    head: sideOf(head, "head"),
    ...(base && { base: sideOf(base, "base") }),
    rules: options.rules ?? rulesOf(base ?? head),
    asOf: AS_OF,
    failOn: "block",
    readings,
    ...options,
  };
}

export function judgeChange(base: Texts, head: Texts, options: Options = {}): Report {
  return govern(inputOf(base, head, options), BLOBS);
}

/** The verdict on a change as `check` gives it: one that edits the rules is judged by those of base, and previewed by its own. */
export function judgePull(base: Texts, head: Texts, options: Options = {}): Report {
  const edits = [...new Set([...Object.keys(base), ...Object.keys(head)])].some(
    (file) => isRuleFile(file) && base[file] !== head[file],
  );
  return judgeChange(base, head, { ...(edits && { proposed: rulesOf(head) }), ...options });
}

export function judgeTree(head: Texts, options: Options = {}): Report {
  return govern(inputOf(undefined, head, options), BLOBS);
}

/** Runs with the bytes that the run asks for, and no others. */
export function judgeSparingly(input: GovernInput): Report {
  const prepared = prepare(input);
  return prepared.judge(new Map([...BLOBS].filter(([blob]) => prepared.blobs.has(blob))));
}

/** A memory as a cache keeps it: what goes in comes out as JSON. */
export function jsonRecall(): Recall & { readonly size: number } {
  const kept = new Map<string, string>();
  return {
    get size() {
      return kept.size;
    },
    get(key) {
      const text = kept.get(key);
      return text === undefined ? undefined : (JSON.parse(text) as Judgement);
    },
    set(key, judgement) {
      kept.set(key, JSON.stringify(judgement));
    },
  };
}
