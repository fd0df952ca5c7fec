import picomatch from "picomatch";
import type { SourceDocument } from "../model/document.ts";
import type { Json, JsonPath } from "../model/json.ts";
import type { TextProblem } from "../model/problem.ts";
import { list, pointer } from "../model/json.ts";
import { quote } from "../source/words.ts";

/** What a schema can say of a glob: it starts below the root of the repository and stays there. */
export const GLOB = "^[^/\\\\][^\\\\]*$";
export const DOTS = "(^|/)\\.\\.?(/|$)";
export const LONGEST_GLOB = 200;

const [form, dots] = [new RegExp(GLOB), new RegExp(DOTS)];

/** Whether a glob can be relied on; one that cannot is a problem already. */
export function isSoundGlob(glob: string): boolean {
  return form.test(glob) && !dots.test(glob) && glob.length <= LONGEST_GLOB && faultOf(glob) === undefined;
}

/** What a schema cannot say of the globs at `path`: each of these would match nothing, or far too much. */
export function globProblems(
  globs: Json | undefined,
  path: JsonPath,
  document: SourceDocument,
): readonly TextProblem[] {
  return list(globs).flatMap((glob, index): readonly TextProblem[] => {
    if (typeof glob !== "string") return [];
    const [fault, place] = [faultOf(glob), [...path, index]];
    if (fault === undefined) return [];
    const message = `Glob ${quote(glob)} ${fault}.`;
    return [{ severity: "error", code: "bad-glob", message, path: pointer(place), range: document.range(place) }];
  });
}

function faultOf(glob: string): string | undefined {
  if (glob === "") return undefined;
  if (glob.startsWith("!"))
    return "starts with an exclamation mark, which matches all else; write under exclude what is not meant";
  if (glob !== "/" && glob.endsWith("/")) return `names a folder and so matches no file; write ${quote(`${glob}**`)}`;
  if (!isBalanced(glob))
    return "has a bracket or brace without its other half; close it, or write [[] or [{] for the character itself";
  return undefined;
}

/** The matcher takes a closing brace for itself, which nobody means. */
function isBalanced(glob: string): boolean {
  const plain = glob.replaceAll(/\[[^\]]*\]/g, "");
  if (plain.split("{").length !== plain.split("}").length) return false;
  try {
    picomatch.makeRe(glob, { strictBrackets: true, windows: false });
    return true;
  } catch {
    return false;
  }
}
