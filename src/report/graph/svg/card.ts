import type { Rect } from "../../../model/diagram.ts";
import type { GraphMark } from "../../../model/graph-view.ts";
import { counted } from "../../words.ts";
import type { Arrow } from "../arrows.ts";
import { domainWords, stateWords } from "../words.ts";
import { box, label, moved, tag, tooltip } from "./markup.ts";
import type { DrawnNode, Section } from "./picture.ts";

/** What is known of a life-cycle word; others are drawn plainly. */
const STATES: ReadonlyMap<string, string> = new Map([
  ["active", "good"],
  ["production", "good"],
  ["deprecated", "warning"],
  ["retired", "bad"],
]);

/** A tooltip that lists more is not read. */
const MOST_LISTED = 12;

/** A product or consumer: name, status and version, how many read it, and what this change does to it. */
export function card(drawn: DrawnNode, { x, y, width, height }: Rect): string {
  const { node, name, section } = drawn;
  const isProduct = node.kind === "product";
  const whole = { x: 0, y: 0, width, height };
  const radius = isProduct ? 7 : height / 2;
  const left = isProduct ? 16 : 26;
  return tag(
    "g",
    { id: name, class: `card${node.status === "retired" ? " retired" : ""}`, transform: `translate(${x} ${y})` },
    tooltip(...details(drawn)),
    box(whole, "box", radius),
    isProduct ? tag("path", { d: `M7 0a7 7 0 0 0 -7 7V${height - 7}a7 7 0 0 0 7 7z`, class: fillOf(section) }) : "",
    ...node.marks.map((mark) => box(whole, `mark ${mark}`, radius, { fill: "none" })),
    label(node.name, left, 22, "name", width - left - 10),
    secondLine(drawn, left, width, height),
    ...node.marks.map((mark, index) => badge(mark, width, index)),
  );
}

/** A product of another domain, small, at the border of a panel. */
export function stub(drawn: DrawnNode, { x, y, width, height }: Rect): string {
  return moved(
    x,
    y,
    tooltip(...details(drawn)),
    box({ x: 0, y: 0, width, height }, "stub", height / 2),
    tag("circle", { cx: 15, cy: height / 2, r: 4.5, class: fillOf(drawn.section) }),
    label(`${drawn.section.title} / ${drawn.node.name}`, 26, height / 2 + 4, "faint", width - 34),
  );
}

export function fillOf({ colour }: Section): string {
  return colour === undefined ? "headed" : `d${colour}`;
}

function secondLine({ node, readers }: DrawnNode, left: number, width: number, height: number): string {
  const y = height - 13;
  if (node.kind === "consumer")
    return label([node.domain, stateWords(node)].filter(Boolean).join(" · "), left, y, "faint", width - left - 20);
  const state = STATES.get(node.status) ?? "plainly";
  const reach = node.orphan ? "no readers" : readers.length === 0 ? "" : `read by ${readers.length}`;
  return [
    node.status === "" ? "" : tag("circle", { cx: left + 4, cy: y - 4, r: 4, class: state }),
    label(stateWords(node), node.status === "" ? left : left + 13, y, "faint", width - left - 13 - 72),
    label(reach, width - 10, y, `end ${node.orphan ? "warning" : "faint"}`),
  ].join("");
}

function badge(mark: GraphMark, cardWidth: number, index: number): string {
  const [width, height] = [62, 17];
  return moved(
    cardWidth - 10 - (index + 1) * (width + 4),
    -height / 2,
    box({ x: 0, y: 0, width, height }, `${mark}-fill`, height / 2),
    label(mark, width / 2, 12, "badge middle on"),
  );
}

function details(drawn: DrawnNode): readonly string[] {
  const { node, reads, readers } = drawn;
  return [
    `${node.name}${node.name === node.id ? "" : ` (${node.id})`}`,
    [node.kind, domainWords(node.domain), stateWords(node, ", ")].filter((word) => word !== "").join(", "),
    node.owners.length === 0 ? "" : `Owner: ${node.owners.join(", ")}`,
    listedLinks("Reads", reads, (arrow) => `${arrow.from} (${arrow.labels.join(", ")})`),
    listedLinks("Read by", readers, (arrow) => arrow.to),
  ];
}

function listedLinks(title: string, arrows: readonly Arrow[], show: (arrow: Arrow) => string): string {
  if (arrows.length === 0) return "";
  const more = arrows.length > MOST_LISTED ? [counted(arrows.length - MOST_LISTED, "more", "more")] : [];
  return `${title}: ${[...arrows.slice(0, MOST_LISTED).map(show), ...more].join(", ")}`;
}
