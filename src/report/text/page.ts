import pc from "picocolors";
import type { RenderOptions } from "../format.ts";
import type { Mark } from "../words.ts";
import { wrap } from "./wrap.ts";

export type Style = "bold" | "dim" | Mark["colour"];

/** What text is laid out with: one width, one choice of signs, one choice of colours. */
export interface Page {
  /** Wrapped lines in the given styles. */
  lines(text: string, indent: number, ...styles: readonly Style[]): readonly string[];
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
  return {
    // Indentation stays uncoloured, and colour codes are added last so that they do not count as width.
    lines: (text, indent, ...styles) =>
      wrap(text, width, indent).map((line) => line.slice(0, indent) + paint(line.slice(indent), ...styles)),
    paint,
    sign: (mark) => mark.sign[unicode ? "unicode" : "ascii"],
    dot: unicode ? " · " : " - ",
    arrow: unicode ? "→" : "->",
  };
}
