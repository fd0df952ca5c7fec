import type { Fix } from "../../model/finding.ts";
import { terminal } from "../escape/terminal.ts";
import type { Page, Style } from "../text/page.ts";

/** A fix as people read changes. Its lines are not wrapped: they would not be lines of the file any more. */
export function diffLines({ diff }: Fix, page: Page): readonly string[] {
  const lines = diff.split("\n").filter((line) => line !== "");
  return [
    "",
    ...page.lines("A change that mends it and brings no other finding; `meshgate check --fix` makes it", 4, "bold"),
    ...lines.map((line) => `    ${page.paint(escaped(line), ...styleOf(line))}`),
  ];
}

function styleOf(line: string): readonly Style[] {
  if (line.startsWith("+")) return ["green"];
  if (line.startsWith("-")) return ["red"];
  return line.startsWith("@@") ? ["cyan"] : [];
}

/** Spaces are part of the text here; all else is somebody's. */
function escaped(line: string): string {
  return line.replace(/[^ ]+/g, (word) => terminal(word));
}
