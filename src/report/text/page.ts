import pc from "picocolors";
import type { RenderOptions } from "../format.ts";
import type { Mark } from "../words.ts";
import { wrap } from "./wrap.ts";

export type Style = "bold" | "dim" | Mark["colour"];

/** What text is laid out with: one width, one choice of signs, one choice of colours. */
export interface Page {
  /** Wrapped lines in the given styles. */
  lines(text: string, indent: number, ...styles: readonly Style[]): readonly string[];
  /** The same after a sign, which stands alone in front of them. */
  marked(mark: Mark, text: string, indent: number): readonly string[];
  paint(text: string, ...styles: readonly Style[]): string;
  sign(mark: Mark): string;
  /** Between facts on one line. */
  readonly dot: string;
  /** From what was to what is. */
  readonly arrow: string;
}

export function createPage(options: RenderOptions): Page {
  const colours = pc.createColors(options.colour);
  const unicode = options.unicode ?? true;
  const width = Math.max(40, options.width ?? 100);
  const paint = (text: string, ...styles: readonly Style[]): string =>
    styles.reduce((painted, style) => colours[style](painted), text);
  const sign = (mark: Mark): string => mark.sign[unicode ? "unicode" : "ascii"];
  return {
    // Indentation stays uncoloured, and colour codes are added last so that they do not count as width.
    lines: (text, indent, ...styles) =>
      wrap(text, width, indent).map((line) => line.slice(0, indent) + paint(line.slice(indent), ...styles)),
    marked: (mark, text, indent) => {
      const [first = "", ...rest] = wrap(text, width, indent + 2);
      return [`${" ".repeat(indent)}${paint(sign(mark), mark.colour)} ${first.slice(indent + 2)}`, ...rest];
    },
    paint,
    sign,
    dot: unicode ? " · " : " - ",
    arrow: unicode ? "→" : "->",
  };
}
