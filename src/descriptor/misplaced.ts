import type { SourceDocument } from "../model/document.ts";
import { own, text } from "../model/json.ts";
import type { TextProblem } from "../model/problem.ts";
import { nearest } from "../source/suggest.ts";
import { quote } from "../source/words.ts";
import { problemAt } from "./problem.ts";

/** Where documents of our own kinds stand, that judge instead of being judged. */
const PLACES: ReadonlyMap<string, string> = new Map([
  ["Mesh", "rename the file to meshgate.yaml and put it at the root of the repository"],
  ["Guild", "rename the file to guild.yaml and put it at the root of the repository"],
  ["Policy", "move it to policies/global, in a file that ends in .yaml"],
  ["Binding", "move it to bindings, in a file that ends in .yaml"],
  ["Waiver", "move it to waivers, in a file that ends in .yaml"],
]);

/** A document that is meant to judge, in a file that is read for descriptors only: it would silently do nothing. */
export function misplacedRule(document: SourceDocument): TextProblem | undefined {
  const [kind, apiVersion] = ["kind", "apiVersion"].map((key) => text(own(document.value, key)));
  if (kind === undefined || apiVersion?.startsWith("meshgate/") !== true) return undefined;
  const remedy = PLACES.get(kind);
  const close = remedy === undefined ? nearest(kind, PLACES.keys()) : undefined;
  if (remedy === undefined && close === undefined) return undefined;
  const message =
    remedy === undefined
      ? `Kind ${quote(kind)} is not known, so this document does nothing; did you mean ${quote(close ?? "")}?`
      : `A ${kind} stands in a file that is not read for one, so it is not in force; ${remedy}.`;
  return problemAt(document, ["kind"], "warning", "out-of-place", message);
}
