import type { Arrangement, Diagram, Rect } from "../../../src/model/diagram.ts";
import type { GraphEdge, GraphNode, GraphView } from "../../../src/model/graph-view.ts";

export function node(id: string, more: Partial<GraphNode> = {}): GraphNode {
  const plain = { kind: "product", name: id, domain: "", version: "1.0.0", status: "active" } as const;
  return { id, ...plain, owners: [], orphan: false, marks: [], ...more };
}

export function edge(from: string, to: string, more: Partial<GraphEdge> = {}): GraphEdge {
  return { from, to, label: `${from}@1.0.0`, tier: "exact", ambiguous: false, cycle: false, ...more };
}

/** A small mesh that has one of everything. */
export const daff: GraphView = {
  title: "Daff",
  nodes: [
    node("album.tracks", { name: "Tracks", domain: "album", marks: ["changed"], owners: ["@daff/album-data"] }),
    node("listener.moods", { name: "Moods", domain: "listener", status: "draft", orphan: true }),
    node("listener.profiles", { name: "Listener profiles", domain: "listener", status: "retired", marks: ["broken"] }),
    node("player-app", { kind: "consumer", domain: "player", version: "", status: "", owners: ["@daff/player-app"] }),
    node("player.play-events", { name: "Play events", domain: "player", status: "deprecated" }),
    node("player.play-sessions", { name: "Play sessions", domain: "player", marks: ["focus"] }),
    node("playlist.monday", { name: "Monday playlist", domain: "playlist", version: "", marks: ["affected"] }),
    node("unclaimed", { status: "", version: "" }),
  ],
  edges: [
    edge("album.tracks", "playlist.monday"),
    edge("listener.profiles", "playlist.monday", { tier: "same-major" }),
    edge("player.play-events", "player.play-sessions", { cycle: true }),
    edge("player.play-events", "player.play-sessions", { label: "late@2.0.0", cycle: true }),
    edge("player.play-sessions", "player.play-events", { cycle: true }),
    edge("player.play-sessions", "playlist.monday", { tier: "id-only", ambiguous: true }),
    edge("playlist.monday", "player-app"),
  ],
};

/** `count` products in eight domains, each reading the three before it. */
export function meshOf(count: number): GraphView {
  const id = (index: number): string => `p${String(index).padStart(5, "0")}`;
  const nodes = Array.from({ length: count }, (_, index) => node(id(index), { domain: `domain-${index % 8}` }));
  const edges = nodes.flatMap((_, index) =>
    [1, 2, 3].filter((back) => back <= index).map((back) => edge(id(index - back), id(index))),
  );
  return { title: `${count} products`, nodes, edges };
}

/** Every name of the mesh replaced by one that somebody chose to do harm. */
export function renamed(view: GraphView, name: (index: number) => string): GraphView {
  const names = new Map(view.nodes.map(({ id }, index) => [id, `${index} ${name(index)}`]));
  const other = (id: string): string => names.get(id) ?? id;
  return {
    title: name(0),
    nodes: view.nodes.map((one, index) => ({
      ...one,
      ...{
        id: other(one.id),
        name: name(index),
        domain: name(index + 1),
        version: name(index + 2),
        status: name(index + 3),
      },
      owners: [name(index + 4)],
    })),
    edges: view.edges.map((one, index) => ({ ...one, from: other(one.from), to: other(one.to), label: name(index) })),
  };
}

/** Boxes under each other, arrows straight: places without a layout library. */
export function stacked(diagram: Diagram): Arrangement {
  const boxes = new Map<string, Rect>();
  let y = 0;
  for (const { id, width, height } of diagram.boxes) {
    boxes.set(id, { x: 0, y, width, height });
    y += height + 20;
  }
  const centre = (id: string): Rect => boxes.get(id) ?? { x: 0, y: 0, width: 0, height: 0 };
  const arrows = new Map(diagram.arrows.map(({ id, from, to }) => [id, [centre(from), centre(to)]]));
  const frames = new Map(diagram.frames.map(({ id }) => [id, { x: 0, y: 0, width: 400, height: y }]));
  return { width: 400, height: y, boxes, frames, arrows };
}
