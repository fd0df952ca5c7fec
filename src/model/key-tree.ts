import type { JsonPath } from "./json.ts";

/** Which keys a value can have at all, whatever an author writes: what a path through it may name. */
export interface KeyTree {
  /** What the value is; absent: not known, or of several types. */
  readonly type?: "text" | "number" | "boolean" | "list" | "object";
  /** What it says, in a sentence. */
  readonly about?: string;
  /** Nobody fixes the keys below. */
  readonly open?: true;
  /** Of an object. */
  readonly keys?: ReadonlyMap<string, KeyTree>;
  /** Of an object whose keys the author chooses. */
  readonly others?: KeyTree;
  /** Of an object whose keys the author chooses: those that a standard recommends. What is nearly one is a slip. */
  readonly usual?: readonly string[];
  /** Of the elements of a list. */
  readonly elements?: KeyTree;
  /** Of a text: every word that it can be. */
  readonly words?: readonly string[];
  /** Of a text: it has no upper-case letter. */
  readonly lowerCase?: true;
  /** Of a member: it is there wherever the object is in which it stands. */
  readonly given?: true;
}

export const OPEN: KeyTree = { open: true };

/** The way of `steps` through a tree, or the first step that no value can have, with those that are known there. */
export function follow(
  tree: KeyTree,
  steps: JsonPath,
): { readonly tree: KeyTree } | { readonly stranger: string | number; readonly known: readonly string[] } {
  let at = tree;
  for (const step of steps) {
    const next = stepInto(at, step);
    if (next === undefined) return { stranger: step, known: [...(at.keys?.keys() ?? [])] };
    at = next;
  }
  return { tree: at };
}

function stepInto(tree: KeyTree, step: string | number): KeyTree | undefined {
  if (tree.open) return OPEN;
  return typeof step === "number" ? tree.elements : (tree.keys?.get(step) ?? tree.others);
}

/** What has the keys of either tree. */
export function eitherTree(one: KeyTree, other: KeyTree): KeyTree {
  if (one === other) return one;
  if (one.open || other.open) return OPEN;
  const told = eitherTold(one, other);
  if (isScalar(other)) return isScalar(one) ? { ...told, ...eitherText(one, other) } : { ...below(one), ...told };
  if (isScalar(one)) return { ...below(other), ...told };
  const keys = new Map(one.keys);
  for (const [key, tree] of other.keys ?? []) keys.set(key, joined(keys.get(key), tree));
  return {
    ...told,
    ...(keys.size > 0 && { keys }),
    ...((one.others ?? other.others) && { others: joined(one.others, other.others) }),
    ...((one.elements ?? other.elements) && { elements: joined(one.elements, other.elements) }),
  };
}

function eitherTold(one: KeyTree, other: KeyTree): KeyTree {
  const about = one.about ?? other.about;
  return { ...(one.type && one.type === other.type && { type: one.type }), ...(about !== undefined && { about }) };
}

function below({ keys, others, elements }: KeyTree): KeyTree {
  return { ...(keys && { keys }), ...(others && { others }), ...(elements && { elements }) };
}

function isScalar({ open, keys, others, elements }: KeyTree): boolean {
  return open === undefined && keys === undefined && others === undefined && elements === undefined;
}

function eitherText(one: KeyTree, other: KeyTree): KeyTree {
  return one.words && other.words ? { words: [...new Set([...one.words, ...other.words])] } : {};
}

/** Why a text can never be what a tree allows; undefined when it can. */
export function strangeWord(
  { words, lowerCase }: KeyTree,
  word: string,
): { readonly known: readonly string[] } | undefined {
  if (words !== undefined) return words.includes(word) ? undefined : { known: words };
  return lowerCase && word !== word.toLowerCase() ? { known: [word.toLowerCase()] } : undefined;
}

/** A member that only one of two trees has may lack. */
function joined(one: KeyTree | undefined, other: KeyTree | undefined): KeyTree {
  if (one && other) return eitherTree(one, other);
  const tree = one ?? other ?? {};
  const rest = Object.entries(tree).filter(([key]) => key !== "given");
  return tree.given ? Object.fromEntries(rest) : tree;
}
