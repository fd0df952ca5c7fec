import type { Edge, Links, Mesh, PlacedDescriptor, PlacedNode, PlacedProduct } from "../model/mesh.ts";
import { once, onceFor } from "../model/once.ts";
import { findCycles } from "./cycles.ts";
import { depths } from "./depth.ts";
import { linker } from "./link.ts";
import { byKindAndId, findDuplicates, firstOfEach, sortPlaces } from "./place.ts";
import { tiesOf } from "./ties.ts";
import type { Ties } from "./ties.ts";
import { versionReader } from "./version.ts";

/**
 * The graph of a tree's descriptors. The order in which they come does not matter.
 *
 * @param ties of a set that holds `placed` and may hold more, for who has them
 */
export function buildMesh(placed: Iterable<PlacedDescriptor>, ties: Ties = tiesOf(placed)): Mesh {
  const read = versionReader();
  const places = sortPlaces(placed, read);
  const products = firstOfEach(places.products);
  const consumers = firstOfEach(places.consumers);
  const { contracts } = places;
  const isHere = (node: PlacedNode): boolean => {
    const { kind, id } = node.outline;
    const twins: readonly PlacedNode[] = (kind === "product" ? places.products : places.consumers).get(id) ?? [];
    return twins.includes(node);
  };
  const exposing = onceFor((contract: string) =>
    (ties.exposing.get(contract) ?? []).filter((one) => products.get(one.outline.id) === one).sort(byKindAndId),
  );
  const naming = onceFor((contract: string) => (ties.naming.get(contract) ?? []).filter(isHere).sort(byKindAndId));
  const links = linker({ contracts, exposing }, read);
  const outgoing = onceFor((id: string): readonly Edge[] => {
    const product = products.get(id);
    const readers = product === undefined ? [] : readersOf(product, naming);
    return readers.flatMap((reader) => links(reader).edges.filter(({ from }) => from.id === id));
  });
  const all = once(() => joined([...places.products.values(), ...places.consumers.values()].flat().map(links)));
  const cycles = once(() => findCycles({ products, outgoing }, ties, read));
  const upstreams = onceFor((id: string): readonly string[] => [
    ...new Set((places.products.get(id) ?? []).flatMap((twin) => links(twin).edges.map(({ from }) => from.id))),
  ]);
  const orphans = once(() => [...products.keys()].filter((id) => outgoing(id).length === 0));
  return {
    products,
    consumers,
    contracts,
    exposing,
    naming,
    links,
    outgoing,
    depth: depths(upstreams),
    get edges() {
      return all().edges;
    },
    get unlinked() {
      return all().unlinked;
    },
    get cycles() {
      return cycles();
    },
    get orphans() {
      return orphans();
    },
    duplicates: findDuplicates(places, read),
  };
}

/** Whoever names a contract of the product: products first, by id. */
function readersOf({ outline }: PlacedProduct, naming: Mesh["naming"]): readonly PlacedNode[] {
  const readers = new Set(outline.publishes.flatMap((contract) => naming(contract)));
  return [...readers].sort(byKindAndId);
}

function joined(links: readonly Links[]): Links {
  return { edges: links.flatMap(({ edges }) => edges), unlinked: links.flatMap(({ unlinked }) => unlinked) };
}
