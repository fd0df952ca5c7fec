import type { SourceDocument, SourceText } from "../../src/model/document.ts";
import type { Range } from "../../src/model/location.ts";
import type { TextProblem } from "../../src/model/problem.ts";
import { readSource } from "../../src/source/read.ts";

export function read(text: string): SourceText {
  return readSource(new TextEncoder().encode(text));
}

/** The only document of a text that has no problem. */
export function documentOf(text: string): SourceDocument {
  const { documents, problems } = read(text);
  const [document] = documents;
  if (document === undefined || problems.length > 0) throw new Error(JSON.stringify(problems));
  return document;
}

/** `2:5 duplicate-key /a Key …`. */
export function inShort({ range, code, path, message }: TextProblem): string {
  return `${range.line}:${range.column} ${code} ${path} ${message}`;
}

/** The text that a range covers. */
export function covered(text: string, range: Range): string {
  const offsets = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) offsets.push(at + 1);
  const offsetOf = (line: number, column: number): number => (offsets[line - 1] ?? NaN) + column - 1;
  return text.slice(offsetOf(range.line, range.column), offsetOf(range.endLine, range.endColumn));
}
