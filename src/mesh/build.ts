import type { Edge, Mesh, PlacedDescriptor, PlacedProduct } from "../model/mesh.ts";
import { findCycles } from "./cycles.ts";
import { link } from "./link.ts";
import { findDuplicates, firstOfEach, sortPlaces } from "./place.ts";
import { versionReader } from "./version.ts";

/**
 * The graph of a tree's descriptors. The order in which they come does not matter. `before` is another mesh that has
 * many of these very objects: what depends on nothing else is taken from it, which only saves time.
 */
export function buildMesh(placed: Iterable<PlacedDescriptor>, before?: Mesh): Mesh {
  const read = versionReader();
  const places = sortPlaces(placed, read);
  const products = firstOfEach(places.products);
  const consumers = firstOfEach(places.consumers);
  const { contracts } = places;
  const exposing = groupExposing(products.values());
  const { edges, unlinked } = link({ products, consumers, contracts, exposing }, read, before);
  const outgoing = groupEdges(edges, (edge) => edge.from.id);
  return {
    products,
    consumers,
    contracts,
    exposing,
    edges,
    outgoing,
    incoming: groupEdges(edges, (edge) => edge.to.id),
    unlinked,
    cycles: findCycles(products, outgoing, read),
    orphans: [...products.keys()].filter((id) => !outgoing.has(id)),
    duplicates: findDuplicates(places, read),
  };
}

function groupEdges(edges: readonly Edge[], key: (edge: Edge) => string): ReadonlyMap<string, readonly Edge[]> {
  const groups = new Map<string, Edge[]>();
  for (const edge of edges) {
    const group = groups.get(key(edge));
    if (group === undefined) groups.set(key(edge), [edge]);
    else group.push(edge);
  }
  return groups;
}

function groupExposing(products: Iterable<PlacedProduct>): Mesh["exposing"] {
  const exposing = new Map<string, PlacedProduct[]>();
  for (const product of products) {
    for (const { contractId } of product.summary.outputPorts) {
      if (contractId === undefined) continue;
      const known = exposing.get(contractId);
      if (known === undefined) exposing.set(contractId, [product]);
      else if (known.at(-1) !== product) known.push(product);
    }
  }
  return exposing;
}
