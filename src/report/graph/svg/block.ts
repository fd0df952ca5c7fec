import type { Arrangement, Rect } from "../../../model/diagram.ts";
import { counted } from "../../words.ts";
import { card, fillOf, stub } from "./card.ts";
import { line } from "./line.ts";
import { box, label, tag } from "./markup.ts";
import { arrowId, arrowsInto, stubsOf } from "./picture.ts";
import type { Picture, Section } from "./picture.ts";

/** A part of the page with its size, drawn from (0, 0). */
export interface Block {
  readonly width: number;
  readonly height: number;
  readonly markup: string;
}

const EDGE = 18;
const HEADER = 48;

/** Every section a frame, every link an arrow. */
export function wholeBlock(picture: Picture, { width, height, boxes, frames, arrows }: Arrangement): Block {
  const markup = [
    ...picture.sections.map((section) => sectionFrame(section, frames.get(section.id))),
    ...lines(picture, picture.arrows, arrows),
    ...[...picture.nodes.values()].map((drawn) => place(boxes.get(drawn.name), (rect) => card(drawn, rect))),
  ];
  return { width, height, markup: markup.join("\n") };
}

/** One section with what it reads from the others. */
export function panelBlock(picture: Picture, section: Section, arrangement: Arrangement): Block {
  const { boxes, arrows } = arrangement;
  const width = Math.max(arrangement.width, 220) + 2 * EDGE;
  const height = arrangement.height + HEADER + EDGE;
  const cards = [...picture.nodes.values()].filter((drawn) => drawn.section === section);
  const inside = [
    ...lines(picture, arrowsInto(picture, section), arrows),
    ...stubsOf(picture, section).map((drawn) => place(boxes.get(drawn.name), (rect) => stub(drawn, rect))),
    ...cards.map((drawn) => place(boxes.get(drawn.name), (rect) => card(drawn, rect))),
  ];
  const markup = [
    sectionFrame(section, { x: 0, y: 0, width, height }),
    tag("g", { transform: `translate(${EDGE} ${HEADER})` }, "\n", inside.join("\n"), "\n"),
  ];
  return { width, height, markup: markup.join("\n") };
}

function lines(picture: Picture, drawn: Picture["arrows"], arrows: Arrangement["arrows"]): readonly string[] {
  return drawn.map((arrow) => {
    const [from, to] = [picture.nodes.get(arrow.from), picture.nodes.get(arrow.to)];
    return from === undefined || to === undefined
      ? ""
      : line(arrow, from, to, arrows.get(arrowId(arrow, picture)) ?? []);
  });
}

function sectionFrame(section: Section, rect: Rect | undefined): string {
  const count = counted(section.nodes.length, section.id === "consumers" ? "consumer" : "product");
  return place(rect, (frame) =>
    [
      box(frame, "frame", 12),
      box({ x: frame.x + 16, y: frame.y + 17, width: 12, height: 12 }, fillOf(section), 3),
      label(section.title, frame.x + 36, frame.y + 28, "heading", frame.width - 130),
      label(count, frame.x + frame.width - 16, frame.y + 28, "faint end"),
    ].join(""),
  );
}

function place(rect: Rect | undefined, draw: (rect: Rect) => string): string {
  return rect === undefined ? "" : draw(rect);
}
