import type { GraphEdge } from "../../model/graph-view.ts";

/** All edges between two nodes, drawn as one. */
export interface Arrow extends Omit<GraphEdge, "label"> {
  readonly labels: readonly string[];
}

const LOOSENESS: Readonly<Record<GraphEdge["tier"], number>> = { exact: 0, "same-major": 1, "id-only": 2 };

/** One arrow for every pair of nodes, as loose as its loosest edge, in the order of the edges. */
export function arrowsOf(edges: readonly GraphEdge[]): readonly Arrow[] {
  const arrows = new Map<string, Arrow>();
  for (const { label, ...edge } of edges) {
    const pair = JSON.stringify([edge.from, edge.to]);
    const before = arrows.get(pair);
    arrows.set(pair, before === undefined ? { ...edge, labels: [label] } : join(before, edge, label));
  }
  return [...arrows.values()];
}

function join(arrow: Arrow, edge: Omit<GraphEdge, "label">, label: string): Arrow {
  return {
    ...arrow,
    labels: arrow.labels.includes(label) ? arrow.labels : [...arrow.labels, label],
    tier: LOOSENESS[edge.tier] > LOOSENESS[arrow.tier] ? edge.tier : arrow.tier,
    ambiguous: arrow.ambiguous || edge.ambiguous,
    cycle: arrow.cycle || edge.cycle,
  };
}
