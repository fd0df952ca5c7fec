/**
 * Words in lines of at most `width` characters, each after `indent` spaces. A word that is longer stands alone and
 * whole: a cut path could not be opened or copied.
 */
export function wrap(text: string, width: number, indent: number): readonly string[] {
  const room = Math.max(20, width - indent);
  const lines: string[] = [];
  for (const word of text.split(" ").filter((part) => part !== "")) {
    const line = lines.at(-1);
    if (line !== undefined && length(line) + 1 + length(word) <= room) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines.map((line) => " ".repeat(indent) + line);
}

function length(text: string): number {
  return Array.from(text).length;
}
