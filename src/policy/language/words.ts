import type { Json } from "../../model/json.ts";
import { isList } from "../../model/json.ts";
import { follow, OPEN, strangeWord } from "../../model/key-tree.ts";
import type { KeyTree } from "../../model/key-tree.ts";
import { nearest } from "../../source/suggest.ts";
import type { Expression, Read } from "./operator.ts";
import { quote } from "./show.ts";

/** Why a rule that compares `what` with a literal would wait for ever: one line for each such word. */
export function wordFaults(what: string, tree: KeyTree, literal: Json): readonly string[] {
  const words = (isList(literal) ? literal : [literal]).filter((word) => typeof word === "string");
  return words.flatMap((word) => {
    const strange = strangeWord(tree.elements ?? tree, word);
    if (strange === undefined) return [];
    const { known } = strange;
    const near = known.length === 1 ? known[0] : nearest(word, known);
    const hint = near === undefined ? `it is one of ${known.join(", ")}` : `did you mean "${near}"?`;
    return [`${what} is never ${quote(word)}: ${hint}`];
  });
}

/** Which texts an expression can be, or hold as a list. `treeOf` says it of a read. */
export function textsOf(expression: Expression, treeOf: (read: Read) => KeyTree): KeyTree {
  if (expression.kind === "literal") {
    const { value } = expression;
    return { words: (isList(value) ? value : [value]).filter((word) => typeof word === "string") };
  }
  if (expression.kind === "read") {
    const tree = treeOf(expression);
    return tree.elements ?? tree;
  }
  const { operator, args } = expression;
  const [fact, fallback] = args;
  if (operator.name !== "default" || fact === undefined || fallback === undefined) return operator.gives ?? OPEN;
  return either(textsOf(fact, treeOf), textsOf(fallback, treeOf));
}

/** Which parts the texts of a tree can have, as far as letters say it. */
export function partsOf(tree: KeyTree): KeyTree {
  return isLowerCase(tree) ? { lowerCase: true } : OPEN;
}

function either(one: KeyTree, other: KeyTree): KeyTree {
  if (one.words && other.words) return { words: [...one.words, ...other.words] };
  return isLowerCase(one) && isLowerCase(other) ? { lowerCase: true } : OPEN;
}

function isLowerCase({ words, lowerCase }: KeyTree): boolean {
  return lowerCase ?? words?.every((word) => word === word.toLowerCase()) ?? false;
}

/** The guild's classifications; undefined where no guild is known, or it orders none. */
export function classificationsIn(roots: ReadonlyMap<string, KeyTree>): readonly string[] | undefined {
  const found = follow(roots.get("guild") ?? OPEN, ["classifications", 0]);
  return "tree" in found ? found.tree.words : undefined;
}

/** What a message says of a word that is none of the guild's classifications. */
export function strangeClassification(word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  const hint = near === undefined ? `there are ${known.join(", ")}` : `did you mean "${near}"?`;
  return `${quote(word)} is not among guild.classifications: ${hint}`;
}
