import { LineCounter } from "yaml";
import type { JsonPath } from "../model/json.ts";
import type { Range } from "../model/location.ts";
import { compareText } from "../model/order.ts";
import type { TextProblem } from "../model/problem.ts";
import { pointer } from "../model/json.ts";
import { MAX_PROBLEMS } from "./limits.ts";

/** An error of a text by its offsets. */
export interface Fault {
  readonly code: string;
  readonly message: string;
  readonly path: JsonPath;
  readonly start: number;
  readonly end: number;
}

/** The lines of a text. Counted here, because the parser miscounts those of block scalars behind a syntax error. */
export function linesOf(text: string): LineCounter {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let feed = text.indexOf("\n"); feed !== -1; feed = text.indexOf("\n", feed + 1)) lines.addNewLine(feed + 1);
  return lines;
}

export function toRange(lines: LineCounter, start: number, end: number): Range {
  const from = lines.linePos(start);
  const to = lines.linePos(Math.max(start, end));
  return { line: from.line, column: from.col, endLine: to.line, endColumn: to.col };
}

export function toProblem(fault: Fault, lines: LineCounter): TextProblem {
  const { code, message, path, start, end } = fault;
  return { severity: "error", code, message, path: pointer(path), range: toRange(lines, start, end) };
}

export function byPosition(a: TextProblem, b: TextProblem): number {
  return (
    a.range.line - b.range.line ||
    a.range.column - b.range.column ||
    compareText(a.code, b.code) ||
    compareText(a.message, b.message)
  );
}

/** At most `MAX_PROBLEMS` in order of position; the last one then says that there are more. */
export function listProblems(problems: readonly TextProblem[]): readonly TextProblem[] {
  const sorted = problems.toSorted(byPosition);
  const next = sorted[MAX_PROBLEMS - 1];
  if (next === undefined || sorted.length === MAX_PROBLEMS) return sorted;
  const message = "There are more problems than are listed; correct those above first.";
  return [...sorted.slice(0, MAX_PROBLEMS - 1), { ...next, severity: "error", code: "too-many-problems", message }];
}
