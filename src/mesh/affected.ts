import type { Edge, Mesh } from "../model/mesh.ts";
import type { AffectedNode } from "../model/report.ts";
import { compareText } from "../model/order.ts";

/**
 * Who reads any of the products `ids`, directly or through others: sorted by distance, then id. The products
 * themselves are not among them. Ids that the mesh does not hold have no readers.
 */
export function affectedBy(mesh: Mesh, ids: Iterable<string>): readonly AffectedNode[] {
  const changed = new Set(ids);
  const first = [...changed].flatMap((id) => mesh.outgoing(id));
  return followReaders(mesh, changed, first);
}

/** The readers that `first` leads to, and theirs. Products in `origin` count as reached already. */
export function followReaders(
  mesh: Mesh,
  origin: ReadonlySet<string>,
  first: readonly Edge[],
): readonly AffectedNode[] {
  const products = new Set(origin);
  const consumers = new Set<string>();
  const affected: AffectedNode[] = [];
  for (let edges = first, distance = 1; edges.length > 0; distance += 1) {
    const further: Edge[] = [];
    for (const { to } of edges) {
      const reached = to.kind === "product" ? products : consumers;
      if (reached.has(to.id)) continue;
      reached.add(to.id);
      affected.push(affectedNode(mesh, to, distance));
      if (to.kind === "product") for (const edge of mesh.outgoing(to.id)) further.push(edge);
    }
    edges = further;
  }
  return affected.sort(
    (one, other) => one.distance - other.distance || compareText(one.id, other.id) || compareText(one.kind, other.kind),
  );
}

function affectedNode(mesh: Mesh, { id, kind }: Edge["to"], distance: number): AffectedNode {
  const node = (kind === "product" ? mesh.products : mesh.consumers).get(id);
  return { id, kind, distance, domain: node?.domain ?? "", owners: node?.owners ?? [] };
}
