import { RE2JS } from "re2js";

/** Above this a pattern costs too much for every character that it reads. */
const MAX_INSTRUCTIONS = 2_000;
const MAX_LENGTH = 1_000;
const MEMO_SIZE = 500;

export interface Pattern {
  /** Cost of one character, in machine instructions. */
  readonly size: number;
  /** Does the pattern match the whole text? */
  matches(text: string): boolean;
  /** Does the pattern match somewhere in the text? */
  finds(text: string): boolean;
}

const memo = new Map<string, Pattern | string>();

/**
 * Compiles an RE2 pattern (linear time: no look-around, no back-references), or says in a few words why it cannot be
 * used. Compiling costs far more than matching, so the last few hundred patterns are kept.
 */
export function compilePattern(source: string): Pattern | string {
  const known = memo.get(source);
  if (known !== undefined) return known;
  if (memo.size >= MEMO_SIZE) memo.clear();
  const compiled = compile(source);
  memo.set(source, compiled);
  return compiled;
}

function compile(source: string): Pattern | string {
  if (source.length > MAX_LENGTH) return `a pattern has at most ${MAX_LENGTH} characters`;
  try {
    const expression = RE2JS.compile(source);
    const size = expression.programSize();
    if (size > MAX_INSTRUCTIONS) return "the pattern is too large: repeat less";
    return { size, matches: (text) => expression.testExact(text), finds: (text) => expression.test(text) };
  } catch (error) {
    return error instanceof Error ? error.message.replace(/^error parsing regexp: /, "") : "not a pattern";
  }
}
