import type { Range } from "../model/location.ts";

/** A part of a text as its author wrote it, from the start of one place to the end of another, moved to the left edge. */
export function excerpt(text: string, from: Range, to: Range): string {
  const lines = text.split("\n").slice(from.line - 1, to.endLine);
  const margin = from.column - 1;
  return lines
    .map((line, index) => {
      const isLast = from.line + index === to.endLine;
      const kept = isLast ? line.slice(0, to.endColumn - 1) : line;
      return index === 0 ? kept.slice(margin) : kept.replace(new RegExp(`^ {0,${margin}}`), "");
    })
    .join("\n")
    .replaceAll("\r", "")
    .trimEnd();
}
