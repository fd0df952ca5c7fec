/**
 * A pattern with a few notations written the short way, such as `[0-9]` as `\d`. Patterns that
 * are equal then fit the same texts; those that differ may still do.
 */
export function plainPattern(pattern: string): string {
  // Escapes and classes stay whole, so that nothing is taken apart.
  const tokens = pattern.match(/\\.|\[(?:\\.|[^\]\\])*\]|[^]/gu) ?? [];
  return tokens.map((token) => SHORT[token] ?? token).join("");
}

const SHORT: Readonly<Record<string, string>> = {
  "[0-9]": "\\d",
  "[\\d]": "\\d",
  "[^0-9]": "\\D",
  "[A-Za-z0-9_]": "\\w",
  "[a-zA-Z0-9_]": "\\w",
  "[\\w]": "\\w",
};
