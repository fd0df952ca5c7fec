import type { Json, JsonPath } from "../../model/json.ts";
import { isList } from "../../model/json.ts";
import { strangeWord } from "../../model/key-tree.ts";
import type { KeyTree } from "../../model/key-tree.ts";
import { nearest } from "../../source/suggest.ts";
import { quote } from "./show.ts";

/** Why a rule that compares the value at `steps` with a literal would wait for ever: one line for each such word. */
export function wordFaults(steps: JsonPath, tree: KeyTree, literal: Json): readonly string[] {
  const words = (isList(literal) ? literal : [literal]).filter((word) => typeof word === "string");
  return words.flatMap((word) => {
    const strange = strangeWord(tree.elements ?? tree, word);
    if (strange === undefined) return [];
    const { known } = strange;
    const near = known.length === 1 ? known[0] : nearest(word, known);
    const hint = near === undefined ? `it is one of ${known.join(", ")}` : `did you mean "${near}"?`;
    return [`${steps.join(".")} is never ${quote(word)}: ${hint}`];
  });
}
