import type { Point } from "../../../model/diagram.ts";
import type { Arrow } from "../arrows.ts";
import { edgeWords } from "../words.ts";
import { number, tag, tooltip } from "./markup.ts";
import type { DrawnNode, Section } from "./picture.ts";

const CORNER = 8;
const HEAD = 8;

/** A link: in the colour of the domain it comes from, broken when the versions do not match, with an arrow head. */
export function line(arrow: Arrow, from: DrawnNode, to: DrawnNode, bends: readonly Point[]): string {
  const colours = coloursOf(arrow, from.section);
  const words = edgeWords(arrow);
  return tag(
    "g",
    { class: `link ${from.name} ${to.name}` },
    tooltip(`${arrow.from} → ${arrow.to}`, arrow.labels.join(", "), words.join(", ")),
    tag("path", { class: `arrow ${colours.line} ${arrow.tier}`, d: rounded(bends) }),
    head(bends, colours.fill),
  );
}

/** Links from a domain have its colour, those of a circle and ambiguous ones that of a fault. */
function coloursOf({ cycle, ambiguous }: Arrow, { colour }: Section): { readonly line: string; readonly fill: string } {
  if (cycle || ambiguous) return { line: "l-bad", fill: "d-bad" };
  return colour === undefined ? { line: "lined", fill: "headed" } : { line: `l${colour}`, fill: `d${colour}` };
}

/** A path through the bends whose corners are round as far as there is room. */
function rounded(bends: readonly Point[]): string {
  const [start, ...rest] = bends;
  if (start === undefined) return "";
  const steps = rest.map((bend, index) => {
    const before = bends[index];
    const after = rest[index + 1];
    if (before === undefined) return "";
    if (after === undefined) return `L${at(towards(bend, before, HEAD - 1))}`;
    const radius = Math.min(CORNER, distance(before, bend) / 2, distance(bend, after) / 2);
    return `L${at(towards(bend, before, radius))}Q${at(bend)} ${at(towards(bend, after, radius))}`;
  });
  return `M${at(start)}${steps.join("")}`;
}

function head(bends: readonly Point[], style: string): string {
  const [before, tip] = bends.slice(-2);
  if (before === undefined || tip === undefined) return "";
  const back = towards(tip, before, HEAD);
  const side = { x: ((back.y - tip.y) / HEAD) * 3.6, y: ((tip.x - back.x) / HEAD) * 3.6 };
  const corners = [tip, { x: back.x + side.x, y: back.y + side.y }, { x: back.x - side.x, y: back.y - side.y }];
  return tag("path", { class: style, d: `M${corners.map(at).join("L")}z` });
}

function towards(from: Point, to: Point, length: number): Point {
  const whole = distance(from, to);
  const share = whole === 0 ? 0 : length / whole;
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

function distance(one: Point, other: Point): number {
  return Math.hypot(other.x - one.x, other.y - one.y);
}

function at({ x, y }: Point): string {
  return `${number(x)} ${number(y)}`;
}
