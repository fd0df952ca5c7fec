import type { ELK, ElkExtendedEdge, ElkNode } from "elkjs/lib/elk-api.js";
import type { Arrangement, Diagram, Point, Rect } from "../../model/diagram.ts";
import type { Layout } from "../../ports/layout.ts";

const ROOT = "root";

/** Frames do not inherit these. */
const SPACING = {
  "elk.spacing.nodeNode": "16",
  "elk.spacing.componentComponent": "16",
  "elk.spacing.edgeEdge": "9",
  "elk.spacing.edgeNode": "14",
  "elk.layered.spacing.nodeNodeBetweenLayers": "44",
  "elk.layered.spacing.edgeNodeBetweenLayers": "16",
  "elk.layered.spacing.edgeEdgeBetweenLayers": "9",
} as const;

/** Eclipse Layout Kernel, "layered": https://eclipse.dev/elk/reference/algorithms/org-eclipse-elk-layered.html */
const OPTIONS = {
  ...SPACING,
  "elk.algorithm": "layered",
  "elk.direction": "RIGHT",
  "elk.edgeRouting": "ORTHOGONAL",
  "elk.hierarchyHandling": "INCLUDE_CHILDREN",
  "elk.json.edgeCoords": "ROOT",
  "elk.json.shapeCoords": "ROOT",
  "elk.randomSeed": "1",
  "elk.aspectRatio": "1.6",
  "elk.padding": "[top=0,left=0,bottom=0,right=0]",
  "elk.layered.considerModelOrder.strategy": "NODES_AND_EDGES",
} as const;

/** Loads the layout library when it is first used: it is large, and only pictures need it. */
export function elkLayout(): Layout {
  let loaded: Promise<ELK> | undefined;
  return {
    async arrange(diagram) {
      loaded ??= loadElk();
      const elk = await loaded;
      return readArrangement(await elk.layout(toElk(diagram)));
    },
  };
}

async function loadElk(): Promise<ELK> {
  const { default: elk } = await import("elkjs/lib/elk.bundled.js");
  return new elk.default();
}

function toElk({ boxes, frames, arrows }: Diagram): ElkNode {
  const children = (frame: string | undefined): ElkNode[] => boxes.filter((box) => box.frame === frame).map(toNode);
  const framed = frames.map(({ id, header }): ElkNode => {
    const padding = `[top=${header},left=16,bottom=16,right=16]`;
    return { id, layoutOptions: { ...SPACING, "elk.padding": padding }, children: children(id) };
  });
  const edges = arrows.map(({ id, from, to }): ElkExtendedEdge => ({ id, sources: [exitOf(from)], targets: [to] }));
  return { id: ROOT, layoutOptions: OPTIONS, children: [...framed, ...children(undefined)], edges };
}

/** Arrows leave a box at one place, so that those of one product run together, and arrive one by one. */
function toNode({ id, width, height }: Diagram["boxes"][number]): ElkNode {
  const exit = { id: exitOf(id), width: 0, height: 0, layoutOptions: { "elk.port.side": "EAST" } };
  const layoutOptions = { "elk.portConstraints": "FIXED_SIDE", "elk.portAlignment.default": "CENTER" };
  return { id, width, height, layoutOptions, ports: [exit] };
}

function exitOf(box: string): string {
  return `${box}>`;
}

function readArrangement(root: ElkNode): Arrangement {
  const boxes = new Map<string, Rect>();
  const frames = new Map<string, Rect>();
  for (const child of root.children ?? []) {
    (child.children === undefined ? boxes : frames).set(child.id, rect(child));
    for (const box of child.children ?? []) boxes.set(box.id, rect(box));
  }
  const arrows = new Map((root.edges ?? []).map((edge) => [edge.id, bends(edge)]));
  return { width: Math.ceil(root.width ?? 0), height: Math.ceil(root.height ?? 0), boxes, frames, arrows };
}

function rect({ x = 0, y = 0, width = 0, height = 0 }: ElkNode): Rect {
  return { x, y, width, height };
}

function bends(edge: ElkExtendedEdge): readonly Point[] {
  return (edge.sections ?? []).flatMap((section) => [
    section.startPoint,
    ...(section.bendPoints ?? []),
    section.endPoint,
  ]);
}
