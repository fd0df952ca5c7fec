import { readdirSync, readFileSync, statSync } from "node:fs";
import { testRepository } from "./git.ts";
import type { CommitOptions, Content, Files, TestRepository } from "./git.ts";

const REGISTRY = new URL("../../registry/", import.meta.url);

/** The texts of the Daff mesh by path. */
export const DAFF: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(REGISTRY, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => statSync(new URL(file, REGISTRY)).isFile())
    .sort()
    .map((file) => [file, readFileSync(new URL(file, REGISTRY), "utf8")]),
);

/** What is done to a file: a new content, null to remove it, or replacements in what it holds. */
export type Change = Content | Replacements;
export type Changes = Readonly<Record<string, Change>>;
type Replacements = readonly (readonly [from: string, to: string])[];

/** A mesh repository whose branches are described as changes of one another. */
export interface MeshRepository extends TestRepository {
  /** Adds a commit to a branch, new ones starting at `main`; returns the files that it holds now. */
  change(branch: string, changes: Changes, options?: Omit<CommitOptions, "on">): Readonly<Record<string, Content>>;
  /** The text of a file as a branch holds it; undefined where it holds none. */
  textOf(branch: string, file: string): string | undefined;
}

/** A repository whose `main` holds `files`, by default the Daff mesh. */
export function meshRepository(files: Files = DAFF, ...init: readonly string[]): MeshRepository {
  const repository = testRepository(...init);
  repository.commit(files, { message: "The mesh" });
  const branches = new Map<string, Readonly<Record<string, Content>>>([["main", files]]);
  const filesOf = (branch: string): Readonly<Record<string, Content>> => {
    const found = branches.get(branch);
    if (found === undefined) throw new Error(`There is no branch ${branch}.`);
    return found;
  };
  return {
    ...repository,
    change(branch, changes, options = {}) {
      const before = filesOf(branches.has(branch) ? branch : (options.from ?? "main"));
      const changed = Object.fromEntries(
        Object.entries(changes).map(([file, change]) => [file, isEdit(change) ? edit(before[file], change) : change]),
      );
      repository.commit(changed, { from: "main", message: `Try: ${branch}`, ...options, on: branch });
      const after = Object.fromEntries(
        Object.entries({ ...before, ...changed }).filter(([, content]) => content !== null),
      );
      branches.set(branch, after);
      return after;
    },
    textOf(branch, file) {
      const found = filesOf(branch)[file];
      return typeof found === "string" ? found : undefined;
    },
  };
}

function isEdit(change: Change): change is Replacements {
  return Array.isArray(change);
}

/** Every text that is replaced must stand in the file exactly once, so that no edit misses or hits more than it means. */
export function edit(text: Content | undefined, replacements: Replacements): string {
  if (typeof text !== "string") throw new Error("Only a text can be edited.");
  return replacements.reduce((now, [from, to]) => {
    if (now.split(from).length !== 2) throw new Error(`${JSON.stringify(from)} does not stand there exactly once.`);
    return now.replace(from, () => to);
  }, text);
}

/**
 * Line and column of a place given as a stretch of text with `|` where the place begins: `version: |1.4.0`. The stretch
 * must stand in the text exactly once.
 */
export function placeOf(text: string, stretch: string): { readonly line: number; readonly column: number } {
  const mark = stretch.indexOf("|");
  const plain = stretch.slice(0, mark) + stretch.slice(mark + 1);
  if (mark < 0 || text.split(plain).length !== 2) throw new Error(`${JSON.stringify(stretch)} is not one place.`);
  const before = text.slice(0, text.indexOf(plain) + mark).split("\n");
  return { line: before.length, column: (before.at(-1) ?? "").length + 1 };
}
