import { groupBy } from "../group.ts";
import type { Block } from "./block.ts";
import { fillOf } from "./card.ts";
import { box, label, tag, tooltip } from "./markup.ts";
import type { Picture, Section } from "./picture.ts";

const CELL = 38;
const SIDE = 190;
const TOP = 132;

/** How far the last slanted title reaches. */
const OVERHANG = 60;

/** A wider matrix is no overview. */
const MOST_SECTIONS = 60;

/** How many links lead from each section (rows) to each other (columns): the overview of a mesh that is too large for arrows. */
export function matrixBlock(picture: Picture): Block {
  const sections = picture.sections.slice(0, MOST_SECTIONS);
  const rows = sections.filter((section) => section.id !== "consumers");
  const counts = countLinks(picture);
  const most = Math.max(1, ...counts.values());
  const width = SIDE + sections.length * CELL + OVERHANG;
  const height = TOP + rows.length * CELL + 20;
  const left = picture.sections.length - sections.length;
  const markup = [
    label("Who reads whom", 0, 18, "heading"),
    label("Rows publish, columns read; a cell counts links.", 0, 38, "faint"),
    ...sections.map((section, column) => columnTitle(section, SIDE + column * CELL)),
    ...rows.map((row, index) => rowTitle(row, TOP + index * CELL)),
    ...rows.flatMap((from, row) =>
      sections.map((to, column) =>
        cell(from, to, counts.get(key(from, to)) ?? 0, most, SIDE + column * CELL, TOP + row * CELL),
      ),
    ),
    ...(left > 0 ? [label(`${left} more domains left out.`, 0, height, "faint")] : []),
  ];
  return { width, height, markup: markup.join("\n") };
}

function countLinks({ arrows, nodes }: Picture): ReadonlyMap<string, number> {
  const links = groupBy(arrows, (arrow) => {
    const [from, to] = [nodes.get(arrow.from), nodes.get(arrow.to)];
    return from === undefined || to === undefined ? "" : key(from.section, to.section);
  });
  return new Map([...links].map(([pair, members]) => [pair, members.length]));
}

function key(from: Section, to: Section): string {
  return `${from.id} ${to.id}`;
}

function rowTitle(section: Section, y: number): string {
  return [
    box({ x: 0, y: y + CELL / 2 - 6, width: 12, height: 12 }, fillOf(section), 3),
    label(section.title, 20, y + CELL / 2 + 4, "name", SIDE - 30),
  ].join("");
}

function columnTitle(section: Section, x: number): string {
  const transform = `translate(${x + CELL / 2 + 4} ${TOP - 8}) rotate(-50)`;
  return tag("g", { transform }, label(section.title, 0, 0, "name", 110));
}

/** The more links, the fuller the colour of the publishing domain. */
function cell(from: Section, to: Section, count: number, most: number, x: number, y: number): string {
  const inner = { x: x + 1.5, y: y + 1.5, width: CELL - 3, height: CELL - 3 };
  if (count === 0) return box(inner, "frame", 5);
  const strength = { "fill-opacity": 0.14 + 0.46 * Math.sqrt(count / most) };
  return tag(
    "g",
    {},
    tooltip(`${from.title} → ${to.title}: ${count}`),
    box(inner, "page", 5),
    box(inner, fillOf(from), 5, strength),
    label(String(count), x + CELL / 2, y + CELL / 2 + 4, "name middle"),
  );
}
