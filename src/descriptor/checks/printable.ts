import type { SourceDocument } from "../../model/document.ts";
import type { JsonPath } from "../../model/json.ts";
import type { TextProblem } from "../../model/problem.ts";
import { quote } from "../../source/words.ts";
import { problemAt } from "../problem.ts";

/** Controls, separators of lines, and marks that reorder or hide text: two ids that look alike must be alike. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/**
 * Ids and names are opaque: any case, `/`, `:`, dots and `..` are allowed, and whoever makes a path of them encodes
 * them. But they must be seen as they are.
 */
export function checkPrintable(document: SourceDocument, path: JsonPath, value: unknown): readonly TextProblem[] {
  const fault = typeof value === "string" ? faultOf(value) : undefined;
  if (fault === undefined) return [];
  const key = String(path.at(-1));
  return [problemAt(document, path, "error", fault.code, `${key} ${fault.text}.`)];
}

function faultOf(value: string): { readonly code: string; readonly text: string } | undefined {
  if (value === "") return { code: "empty-name", text: "is empty; give it a value that identifies" };
  const unseen = UNSEEN.exec(value)?.[0];
  if (unseen !== undefined) {
    return {
      code: "invisible-character",
      text: `${quote(value)} holds the invisible character U+${hex(unseen)}; remove it, or another value could look the same`,
    };
  }
  if (value.trim() !== value) {
    return { code: "outer-space", text: `${quote(value)} starts or ends with white space; remove it` };
  }
  return undefined;
}

function hex(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
}
