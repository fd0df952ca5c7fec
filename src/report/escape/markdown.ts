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

/** A page of the web, or a file beside this one; nothing in it can end a link. */
const ADDRESS = /^(https?:\/\/[A-Za-z0-9._~!%+,;=:@/-]+|[A-Za-z0-9._!-]+)$/;

/** A link that shows `words`, which are Markdown already; where the address is none, the words stay words. */
export function link(words: string, address: string): string {
  return ADDRESS.test(address) ? `[${words}](${address})` : words;
}

/** Untrusted text of many lines as a code block: no line of it ends the block. */
export function codeBlock(language: string, text: string): string {
  const lines = text
    .replace(/\r\n?/gu, "\n")
    .replace(/[^\P{C}\n\t]|\p{Zl}|\p{Zp}/gu, "\uFFFD")
    .trimEnd();
  const longest = Math.max(2, ...(lines.match(/`+/gu) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${lines}\n${fence}`;
}

/** Untrusted text as a quoted label inside a mermaid diagram: only letters, digits and a few harmless signs survive. */
export function mermaidLabel(text: string, max = 60): string {
  return `"${plain(text, max).replace(/[^\p{L}\p{N} ._:/+-]/gu, "_")}"`;
}
