import type { Rect } from "../../../model/diagram.ts";
import { plain } from "../../escape/plain.ts";
import { xml } from "../../escape/xml.ts";

type Attributes = Readonly<Record<string, string | number>>;

/** An element; attribute values are escaped, `content` is markup already. */
export function tag(name: string, attributes: Attributes, ...content: readonly string[]): string {
  const pairs = Object.entries(attributes).map(([key, value]) => ` ${key}="${xml(number(value))}"`);
  const inside = content.join("");
  return inside === "" ? `<${name}${pairs.join("")}/>` : `<${name}${pairs.join("")}>${inside}</${name}>`;
}

/** A line of text that takes at most `width` pixels. */
export function label(text: string, x: number, y: number, style: string, width = Infinity): string {
  return tag("text", { x, y, class: style }, xml(shorten(plain(text), width, style)));
}

/** What viewers show while the pointer rests on the element; lines are kept. */
export function tooltip(...lines: readonly string[]): string {
  const shown = lines.filter((line) => line !== "").map((line) => xml(plain(line)));
  return `<title>${shown.join("\n")}</title>`;
}

export function box(rect: Rect, style: string, radius: number, more: Attributes = {}): string {
  const { x, y, width, height } = rect;
  return tag("rect", { x, y, width, height, rx: radius, class: style, ...more });
}

/** Moves what is drawn from (0, 0) to (x, y). */
export function moved(x: number, y: number, ...content: readonly string[]): string {
  return tag("g", { transform: `translate(${number(x)} ${number(y)})` }, ...content);
}

/** At most one decimal: short, and the same on every machine. */
export function number(value: string | number): string {
  return typeof value === "number" ? String(Math.round(value * 10) / 10) : value;
}

/** Widths of a sign in a wide system font, by style: better a little too short than over the edge. */
const SIGN_WIDTHS: Readonly<Record<string, number>> = { title: 16, heading: 9, name: 8, badge: 7 };
const SIGN_WIDTH = 6.8;

function shorten(text: string, width: number, style: string): string {
  const sign = SIGN_WIDTHS[style.split(" ", 1)[0] ?? ""] ?? SIGN_WIDTH;
  const signs = Array.from(text);
  let room = width;
  for (const [index, char] of signs.entries()) {
    room -= isWide(char) ? 2 * sign : sign;
    if (room < 0 && index > 0)
      return `${signs
        .slice(0, index - 1)
        .join("")
        .trimEnd()}…`;
  }
  return text;
}

/** Roughly: scripts whose signs are as wide as they are high, and pictures. */
function isWide(char: string): boolean {
  return char.charCodeAt(0) >= 0x1100;
}
