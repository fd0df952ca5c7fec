import type { KeyTree } from "../../model/key-tree.ts";
import type { Expression, Read } from "../language/operator.ts";

/** What is known of everything that a path may start with. */
export type Trees = ReadonlyMap<string, KeyTree>;

/** The same inside the condition of a quantifier on a list. */
export function withItem(trees: Trees, list: Expression | undefined): Trees {
  const elements = list?.kind === "read" ? treeOf(list, trees)?.elements : undefined;
  return new Map([...trees, ["item", elements ?? {}]]);
}

/** What is known of the fact that a path leads to; undefined where the path leads into the open. */
export function treeOf({ steps: [root = "", ...rest] }: Pick<Read, "steps">, trees: Trees): KeyTree | undefined {
  return rest.reduce<KeyTree | undefined>(
    (tree, step) => (typeof step === "number" ? tree?.elements : (tree?.keys?.get(step) ?? tree?.others)),
    trees.get(String(root)),
  );
}

/** Roots that are there whenever a policy that reads them is asked. */
const ROOTS: ReadonlySet<string | number> = new Set(["params", "asOf", "guild", "change", "it", "item"]);

/** Whether a fact is there in every descriptor of a kind that is what its standard asks for. */
export function isAlwaysThere({ steps }: Pick<Read, "steps">, trees: Trees, kind: string): boolean {
  const [root = ""] = steps;
  if (!ROOTS.has(root) && root !== kind) return false;
  return (
    root === "params" || steps.slice(1).every((_, index) => treeOf({ steps: steps.slice(0, index + 2) }, trees)?.given)
  );
}

/** Whether a fact that is there can be a blank text, an empty list or an object without members. */
export function canBeBlank(read: Pick<Read, "steps">, trees: Trees): boolean {
  const tree = treeOf(read, trees);
  const hasMember = [...(tree?.keys?.values() ?? [])].some(({ given }) => given);
  return tree?.words === undefined && !hasMember;
}
