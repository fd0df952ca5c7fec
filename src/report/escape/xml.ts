/** What XML 1.0 section 2.2 does not allow in a document, not even escaped. */
const ILLEGAL = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

/** Untrusted text as XML character data or attribute value. Line feeds are kept through attribute normalisation. */
export function xml(text: string): string {
  return text.replace(ILLEGAL, "\uFFFD").replace(/[&<>"'\t\n\r]/gu, (found) => ENTITIES[found] ?? found);
}
