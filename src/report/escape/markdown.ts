import { plain } from "./plain.ts";

const BREAK = "\u200b";

/**
 * Untrusted text inside a line of GitHub Flavored Markdown. It stays text: no HTML, emphasis, code, image, table cell,
 * block, formula, mention, issue reference or link comes out of it. What a backslash cannot stop (the forge looks for
 * mentions and references in the finished page) is broken by a zero-width space.
 */
export function md(text: string, max = 500): string {
  return plain(text, max)
    .replace(/[\\`*_{}[\]()#!<>&~|]/gu, "\\$&")
    .replace(/^[-+=]/u, "\\$&")
    .replace(/^(\d+)\./u, "$1\\.")
    .replaceAll("@", `@${BREAK}`)
    .replace(/#(?=\d)/gu, `#${BREAK}`)
    .replace(/GH-(?=\d)/giu, `$&${BREAK}`)
    .replaceAll("://", `:${BREAK}//`)
    .replace(/www\./giu, (found) => `${found.slice(0, 3)}${BREAK}.`)
    .replaceAll("$", "&#36;");
}

/** Untrusted text as a code span: shown as it is and never a mention or link. Not for table cells. */
export function code(text: string, max = 200): string {
  const shown = plain(text, max);
  if (shown === "") return "`-`";
  const longest = Math.max(0, ...(shown.match(/`+/gu) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  return longest > 0 ? `${fence} ${shown} ${fence}` : `${fence}${shown}${fence}`;
}

/** Untrusted text as a quoted label inside a mermaid diagram: only letters, digits and a few harmless signs survive. */
export function mermaidLabel(text: string, max = 60): string {
  return `"${plain(text, max).replace(/[^\p{L}\p{N} ._:/+-]/gu, "_")}"`;
}
