import type { LineCounter } from "yaml";
import type { JsonPath } from "../model/json.ts";
import type { Range } from "../model/location.ts";
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

export function toRange(lines: LineCounter, start: number, end: number): Range {
  const from = lines.linePos(start);
  const to = lines.linePos(Math.max(start, end));
  return { line: from.line || 1, column: from.col || 1, endLine: to.line || 1, endColumn: to.col || 1 };
}

export function toProblem(fault: Fault, lines: LineCounter): TextProblem {
  const { code, message, path, start, end } = fault;
  return { severity: "error", code, message, path: pointer(path), range: toRange(lines, start, end) };
}

export function byPosition(a: TextProblem, b: TextProblem): number {
  return (
    a.range.line - b.range.line ||
    a.range.column - b.range.column ||
    compare(a.code, b.code) ||
    compare(a.message, b.message)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** At most `MAX_PROBLEMS` in order of position; the last one then says that there are more. */
export function listProblems(problems: readonly TextProblem[]): readonly TextProblem[] {
  const sorted = problems.toSorted(byPosition);
  const next = sorted[MAX_PROBLEMS - 1];
  if (next === undefined || sorted.length === MAX_PROBLEMS) return sorted;
  const message = "There are more problems than are listed; correct those above first.";
  return [...sorted.slice(0, MAX_PROBLEMS - 1), { ...next, severity: "error", code: "too-many-problems", message }];
}
