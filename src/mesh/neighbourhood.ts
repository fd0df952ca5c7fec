import type { Mesh } from "../model/mesh.ts";

/** The ids within `depth` hops of `ids` along or against the data flow, themselves included. Unknown ids are left out. */
export function neighbourhood(mesh: Mesh, ids: Iterable<string>, depth: number): ReadonlySet<string> {
  const near = new Set<string>();
  let ring = [...ids].filter((id) => mesh.products.has(id) || mesh.consumers.has(id));
  for (let hops = 0; ring.length > 0; hops += 1) {
    const found = ring.filter((id) => !near.has(id));
    for (const id of found) near.add(id);
    if (hops >= depth) break;
    ring = found.flatMap((id) => neighbours(mesh, id));
  }
  return near;
}

function neighbours(mesh: Mesh, id: string): readonly string[] {
  const nodes = [mesh.products.get(id) ?? [], mesh.consumers.get(id) ?? []].flat();
  const readers = mesh.outgoing(id).map((edge) => edge.to.id);
  const sources = nodes.flatMap((node) => mesh.links(node).edges).map((edge) => edge.from.id);
  return [...readers, ...sources].filter((near) => near !== id);
}
