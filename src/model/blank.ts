/** White space, and what is drawn as nothing, the fillers of Hangul among it. */
const SEEN = /[^\p{White_Space}\p{Default_Ignorable_Code_Point}]/u;
/** The fillers count as letters, and show none. */
const LETTER = /(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{N}]/u;

/** Whether nobody sees anything in a text. */
export function isBlank(text: string): boolean {
  return !SEEN.test(text);
}

/** Whether a letter or a digit is seen in a text. */
export function hasLetter(text: string): boolean {
  return LETTER.test(text);
}
