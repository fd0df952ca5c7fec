import type { Diagram } from "../../../model/diagram.ts";
import type { GraphNode, GraphView } from "../../../model/graph-view.ts";
import { arrowsOf } from "../arrows.ts";
import type { Arrow } from "../arrows.ts";
import { groupBy } from "../group.ts";
import { lanesOf } from "../lanes.ts";
import type { Lane } from "../lanes.ts";
import { domainWords } from "../words.ts";
import { DOMAIN_COLOURS } from "./theme.ts";

/**
 * How much one picture can show. `whole`: every domain a frame, every link an arrow. `panels`: a panel for each
 * domain, in which products of other domains stand as stubs, so that no arrow crosses the page. `matrix`: only how many
 * links join the domains.
 */
export type Detail = "whole" | "panels" | "matrix";

/** Beyond these nobody finds a way through the picture; a panel that is larger also takes the layout many seconds. */
const WHOLE = { nodes: 45, arrows: 90 };
const PANELS = { nodes: 600, arrows: 2000 };
const PANEL = { nodes: 250, arrows: 700 };

/** A domain of the picture, or the consumers. */
export interface Section extends Lane {
  readonly id: string;
  readonly title: string;
  readonly colour: number | undefined;
}

/** What the picture draws; ids are generated, so nothing of a descriptor ever becomes markup. */
export interface Picture {
  readonly title: string;
  readonly detail: Detail;
  readonly view: GraphView;
  readonly sections: readonly Section[];
  readonly nodes: ReadonlyMap<string, DrawnNode>;
  readonly arrows: readonly Arrow[];
}

export interface DrawnNode {
  /** `n1`, … in the order of ids. */
  readonly name: string;
  readonly node: GraphNode;
  readonly section: Section;
  readonly reads: readonly Arrow[];
  readonly readers: readonly Arrow[];
}

export const CARD = { width: 226, height: 54 };
export const STUB = { width: 226, height: 28 };
const HEADER = 44;

export function pictureOf(view: GraphView): Picture {
  const arrows = arrowsOf(view.edges);
  const sections = sectionsOf(view.nodes);
  const sectionOf = new Map(sections.flatMap((section) => section.nodes.map((node) => [node.id, section] as const)));
  const reads = groupBy(arrows, (arrow) => arrow.to);
  const readers = groupBy(arrows, (arrow) => arrow.from);
  const nodes = new Map<string, DrawnNode>();
  for (const [index, node] of view.nodes.entries()) {
    const section = sectionOf.get(node.id);
    if (section === undefined) continue;
    const links = { reads: reads.get(node.id) ?? [], readers: readers.get(node.id) ?? [] };
    nodes.set(node.id, { name: `n${index + 1}`, node, section, ...links });
  }
  return { title: view.title, detail: detailOf(nodes, arrows), view, sections, nodes, arrows };
}

/** What has to be laid out before the picture can be drawn: one diagram, one for each section, or none. */
export function diagramsOf(picture: Picture): readonly Diagram[] {
  if (picture.detail === "matrix") return [];
  return picture.detail === "whole"
    ? [wholeDiagram(picture)]
    : picture.sections.map((section) => panelDiagram(picture, section));
}

/** Arrows that end in the section: what the panel of the section shows. */
export function arrowsInto({ arrows, nodes }: Picture, section: Section): readonly Arrow[] {
  return arrows.filter((arrow) => nodes.get(arrow.to)?.section === section);
}

/** Products of other sections that the section reads, in the order of their names. */
export function stubsOf(picture: Picture, section: Section): readonly DrawnNode[] {
  const sources = new Set(arrowsInto(picture, section).map((arrow) => arrow.from));
  return [...picture.nodes.values()].filter((drawn) => drawn.section !== section && sources.has(drawn.node.id));
}

export function arrowId(arrow: Arrow, { nodes }: Picture): string {
  return `${nodes.get(arrow.from)?.name ?? ""}-${nodes.get(arrow.to)?.name ?? ""}`;
}

function wholeDiagram(picture: Picture): Diagram {
  return {
    frames: picture.sections.map(({ id }) => ({ id, header: HEADER })),
    boxes: [...picture.nodes.values()].map(({ name, section }) => ({ id: name, ...CARD, frame: section.id })),
    arrows: picture.arrows.map((arrow) => diagramArrow(arrow, picture)),
  };
}

function panelDiagram(picture: Picture, section: Section): Diagram {
  const cards = [...picture.nodes.values()].filter((drawn) => drawn.section === section);
  return {
    frames: [],
    boxes: [
      ...stubsOf(picture, section).map(({ name }) => ({ id: name, ...STUB })),
      ...cards.map(({ name }) => ({ id: name, ...CARD })),
    ],
    arrows: arrowsInto(picture, section).map((arrow) => diagramArrow(arrow, picture)),
  };
}

function diagramArrow(arrow: Arrow, picture: Picture): Diagram["arrows"][number] {
  const [from = "", to = ""] = [picture.nodes.get(arrow.from)?.name, picture.nodes.get(arrow.to)?.name];
  return { id: arrowId(arrow, picture), from, to };
}

/** A section for every domain, and one for all consumers: they only read, so they stand at the end of every flow. */
function sectionsOf(nodes: readonly GraphNode[]): readonly Section[] {
  const products = lanesOf(nodes.filter((node) => node.kind === "product"));
  const consumers = nodes.filter((node) => node.kind === "consumer");
  const domains = products.map((lane, index) => ({
    ...lane,
    id: `s${index + 1}`,
    title: domainWords(lane.domain),
    colour: lane.domain === "" ? undefined : index % DOMAIN_COLOURS,
  }));
  const last = { id: "consumers", title: "Consumers", colour: undefined, domain: "", nodes: consumers };
  return consumers.length === 0 ? domains : [...domains, last];
}

function detailOf(nodes: ReadonlyMap<string, DrawnNode>, arrows: readonly Arrow[]): Detail {
  const panels = groupBy(nodes.values(), (drawn) => drawn.section);
  const fits = (size: { readonly nodes: number; readonly arrows: number }): boolean =>
    nodes.size <= size.nodes && arrows.length <= size.arrows;
  const panelFits = (members: readonly DrawnNode[]): boolean =>
    members.length <= PANEL.nodes && members.reduce((sum, { reads }) => sum + reads.length, 0) <= PANEL.arrows;
  if (fits(WHOLE)) return "whole";
  return fits(PANELS) && [...panels.values()].every(panelFits) ? "panels" : "matrix";
}
