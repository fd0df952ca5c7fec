const LONGEST = 120;

/** A name from outside, fit for a one-line message: quoted, cut, and without characters that move or hide text. */
export function shown(name: string): string {
  const cut = name.length > LONGEST ? `${name.slice(0, LONGEST)}…` : name;
  return JSON.stringify(cut).replace(/[\p{C}\u2028\u2029]/gu, "\uFFFD");
}

/** The first line of what a program printed, fit for a message. */
export function firstLine(output: string): string {
  const line = output.trimStart().split("\n", 1)[0] ?? "";
  return line.slice(0, 2 * LONGEST).replace(/[\p{C}\u2028\u2029]/gu, "\uFFFD");
}
