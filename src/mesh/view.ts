import type { GraphEdge, GraphMark, GraphNode, GraphView } from "../model/graph-view.ts";
import type { Edge, Mesh, PlacedNode } from "../model/mesh.ts";
import { findKnots } from "./circles.ts";
import { compareText } from "../model/order.ts";
import { portLabel } from "./port.ts";
import { productGraph } from "./product-graph.ts";
import { compareTiers } from "./version.ts";

export interface ViewOptions {
  readonly title: string;
  /** Only these ids and the edges among them; default: the whole mesh. */
  readonly only?: ReadonlySet<string>;
  readonly marks?: ReadonlyMap<string, readonly GraphMark[]>;
}

/** What a picture of the mesh, or of a part of it, shows. A consumer that shares a product's id gets one of its own. */
export function viewOf(mesh: Mesh, options: ViewOptions): GraphView {
  const names = consumerNames(mesh);
  const shown = (id: string): boolean => options.only?.has(id) ?? true;
  const inCircle = circleTest(mesh);
  const nodes: GraphNode[] = [];
  for (const node of [...mesh.products.values(), ...mesh.consumers.values()]) {
    if (shown(node.summary.id)) nodes.push(graphNode(mesh, node, names, options));
  }
  const edges = new Map<string, GraphEdge>();
  for (const edge of mesh.edges) {
    if (!shown(edge.from.id) || !shown(edge.to.id)) continue;
    const drawn = graphEdge(edge, names, inCircle(edge));
    const key = JSON.stringify([drawn.from, drawn.to, drawn.label]);
    const before = edges.get(key);
    edges.set(key, before === undefined ? drawn : merge(before, drawn));
  }
  return {
    title: options.title,
    nodes: nodes.sort((one, other) => compareText(one.id, other.id)),
    edges: [...edges.values()].sort(byEnds),
  };
}

function graphNode(mesh: Mesh, node: PlacedNode, names: ReadonlyMap<string, string>, options: ViewOptions): GraphNode {
  const { summary } = node;
  const isProduct = summary.kind === "product";
  const status = summary.status?.toLowerCase() ?? "";
  return {
    id: isProduct ? summary.id : (names.get(summary.id) ?? summary.id),
    kind: summary.kind,
    name: summary.name ?? summary.id,
    domain: node.domain ?? "",
    version: summary.version ?? "",
    status: isProduct && summary.deprecated && status !== "retired" ? "deprecated" : status,
    owners: node.owners,
    orphan: isProduct && mesh.outgoing(summary.id).length === 0,
    marks: options.marks?.get(summary.id) ?? [],
  };
}

function graphEdge({ from, to, tier, ambiguous }: Edge, names: ReadonlyMap<string, string>, cycle: boolean): GraphEdge {
  const reader = to.kind === "consumer" ? (names.get(to.id) ?? to.id) : to.id;
  return { from: from.id, to: reader, label: portLabel(from.port), tier, ambiguous, cycle };
}

/** Two inputs of one node that read one port: one arrow, as loose as the looser of them. */
function merge(one: GraphEdge, other: GraphEdge): GraphEdge {
  const looser = compareTiers(one.tier, other.tier) > 0 ? one : other;
  return { ...looser, ambiguous: one.ambiguous || other.ambiguous };
}

/** Consumers whose id a product has too, with an id that nothing has. */
function consumerNames(mesh: Mesh): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set([...mesh.products.keys(), ...mesh.consumers.keys()]);
  for (const id of mesh.consumers.keys()) {
    if (!mesh.products.has(id)) continue;
    let name = `consumer:${id}`;
    while (taken.has(name)) name = `consumer:${name}`;
    taken.add(name);
    names.set(id, name);
  }
  return names;
}

/** An edge is part of a circle when its ends reach each other. */
function circleTest(mesh: Mesh): (edge: Edge) => boolean {
  const ids = [...mesh.products.keys()];
  const knotOf = new Map<string, number>();
  findKnots(productGraph(ids, mesh.outgoing)).forEach((knot, number) => {
    for (const node of knot) knotOf.set(ids[node] ?? "", number);
  });
  return ({ from, to }) => {
    const knot = to.kind === "product" ? knotOf.get(from.id) : undefined;
    return knot !== undefined && knot === knotOf.get(to.id);
  };
}

function byEnds(one: GraphEdge, other: GraphEdge): number {
  return compareText(one.from, other.from) || compareText(one.to, other.to) || compareText(one.label, other.label);
}
