/** Whether two lists hold the same texts in the same order. */
export function sameTexts(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((text, index) => text === other[index]);
}

/** A text between quotes, or what is said where there is none. */
export function quotedOr(text: string, absent: string): string {
  return text === "" ? absent : `"${text}"`;
}
