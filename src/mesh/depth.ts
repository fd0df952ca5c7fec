import { findComponents } from "./circles.ts";

/**
 * The greatest number of products that data passes through before it comes to a product; those of a circle count as one
 * and none of them before another. Worked out for what lies upstream of the products that somebody asks about.
 */
export function depths(upstreams: (id: string) => readonly string[]): (id: string) => number {
  const known = new Map<string, number>();
  return (id) => known.get(id) ?? measure(id, upstreams, known);
}

function measure(start: string, upstreams: (id: string) => readonly string[], known: Map<string, number>): number {
  const ids = [start];
  const position = new Map([[start, 0]]);
  for (const id of ids) {
    for (const upstream of upstreams(id)) {
      if (known.has(upstream) || position.has(upstream)) continue;
      position.set(upstream, ids.length);
      ids.push(upstream);
    }
  }
  const graph = ids.map((id) => upstreams(id).flatMap((upstream) => position.get(upstream) ?? []));
  for (const component of findComponents(graph)) {
    const members = new Set(component.flatMap((node) => ids[node] ?? []));
    let depth = 0;
    for (const member of members) {
      for (const upstream of upstreams(member)) {
        if (!members.has(upstream)) depth = Math.max(depth, 1 + (known.get(upstream) ?? 0));
      }
    }
    for (const member of members) known.set(member, depth);
  }
  return known.get(start) ?? 0;
}
