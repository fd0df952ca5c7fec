import type { Fix, FixEdit } from "../../model/finding.ts";
import type { RepoPath } from "../../model/location.ts";
import { decode } from "../../source/decode.ts";
import type { Hunk } from "./diff.ts";
import { hunksBetween, linesOf, unifiedDiff } from "./diff.ts";
import { hasMark } from "./edit.ts";

/** What turns one content of a file into another, for people and for programs. */
export function fixBetween(file: RepoPath, before: Uint8Array, after: Uint8Array): Fix {
  const [one, other] = [textOf(before), textOf(after)];
  const lines = linesOf(one);
  const edits = hunksBetween(lines, linesOf(other)).map((hunk) => editOf(hunk, lines));
  // A byte order mark is no part of the text to an editor, and a part of the first line to git.
  const mark = hasMark(before) ? "\ufeff" : "";
  return { file, diff: unifiedDiff(file, mark + one, mark + other), edits };
}

function textOf(bytes: Uint8Array): string {
  const decoded = decode(bytes);
  return "text" in decoded ? decoded.text : "";
}

function editOf({ start, end, lines }: Hunk, before: readonly string[]): FixEdit {
  const last = before[end - 1] ?? "\n";
  const isOpen = end > start && !last.endsWith("\n");
  return {
    line: start + 1,
    column: 1,
    endLine: isOpen ? end : end + 1,
    endColumn: isOpen ? last.length + 1 : 1,
    text: lines.join(""),
  };
}
