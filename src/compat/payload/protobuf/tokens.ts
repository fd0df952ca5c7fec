/**
 * The words, texts and signs of a Protobuf file without its comments and white space (language specification, section
 * Lexical elements). Undefined where a text or comment does not end. Takes time in proportion to the length.
 */
export function tokensOf(source: string): readonly string[] | undefined {
  const tokens: string[] = [];
  let rest = 0;
  while (rest < source.length) {
    const [end, kind] = next(source, rest);
    if (end === undefined) return undefined;
    if (kind === "token") tokens.push(source.slice(rest, end));
    rest = end;
  }
  return tokens;
}

type Next = readonly [end: number | undefined, kind: "token" | "space"];

function next(source: string, start: number): Next {
  const two = source.slice(start, start + 2);
  if (two === "//") return [indexAfter(source, "\n", start) ?? source.length, "space"];
  if (two === "/*") return [indexAfter(source, "*/", start + 2), "space"];
  const sign = source.charAt(start);
  if (sign === '"' || sign === "'") return [endOfText(source, start, sign), "token"];
  if (/\s/u.test(sign)) return [start + 1, "space"];
  if (!WORD.test(sign)) return [start + 1, "token"];
  let end = start + 1;
  while (end < source.length && WORD.test(source.charAt(end))) end++;
  return [end, "token"];
}

/** Of names and numbers. */
const WORD = /[\w.]/u;

function indexAfter(source: string, mark: string, from: number): number | undefined {
  const at = source.indexOf(mark, from);
  return at === -1 ? undefined : at + mark.length;
}

function endOfText(source: string, start: number, quote: string): number | undefined {
  for (let at = start + 1; at < source.length; at++) {
    const sign = source.charAt(at);
    if (sign === "\n") return undefined;
    if (sign === quote) return at + 1;
    if (sign === "\\") at++;
  }
  return undefined;
}
