import type { SourceDocument } from "../model/document.ts";
import type { JsonPath } from "../model/json.ts";
import { pointer } from "../model/json.ts";
import type { TextProblem } from "../model/problem.ts";

/** A problem at a place of a document. */
export function problemAt(
  document: SourceDocument,
  path: JsonPath,
  severity: TextProblem["severity"],
  code: string,
  message: string,
  part: "key" | "value" = "value",
): TextProblem {
  return { severity, code, message, path: pointer(path), range: document.range(path, part) };
}
