import { closed, list, position, text } from "./words.ts";

/** A change to a file that was tried. */
export const FIX = closed({
  file: text("The file."),
  diff: text("The change as a unified diff."),
  edits: list(
    closed({
      line: position("Counts from 1; whole lines take the place of whole lines."),
      column: position("Counts from 1, in UTF-16 code units."),
      endLine: position("Line of the end."),
      endColumn: position("Column after the last character."),
      text: text("What stands there instead."),
    }),
    "The same for programs.",
  ),
});
