import type { Edge, Links, Mesh, PlacedDescriptor, PlacedNode, PlacedProduct } from "../model/mesh.ts";
import { once, onceFor } from "../model/once.ts";
import { findCycles } from "./cycles.ts";
import { linker } from "./link.ts";
import { byKindAndId, findDuplicates, firstOfEach, sortPlaces } from "./place.ts";
import { versionReader } from "./version.ts";

/** The graph of a tree's descriptors. The order in which they come does not matter. */
export function buildMesh(placed: Iterable<PlacedDescriptor>): Mesh {
  const read = versionReader();
  const places = sortPlaces(placed, read);
  const products = firstOfEach(places.products);
  const consumers = firstOfEach(places.consumers);
  const { contracts } = places;
  const exposing = groupByContract(products.values(), ({ summary }) => summary.outputPorts);
  const naming = once(() =>
    groupByContract<PlacedNode>([...products.values(), ...consumers.values()], ({ summary }) => summary.inputPorts),
  );
  const links = linker({ contracts, exposing }, read);
  const outgoing = onceFor((id: string): readonly Edge[] => {
    const product = products.get(id);
    const readers = product === undefined ? [] : readersOf(product, naming());
    return readers.flatMap((reader) => links(reader).edges.filter(({ from }) => from.id === id));
  });
  const all = once(() => joined([...products.values(), ...consumers.values()].map(links)));
  const cycles = once(() => findCycles({ products, exposing, outgoing }, read));
  const orphans = once(() => [...products.keys()].filter((id) => outgoing(id).length === 0));
  return {
    products,
    consumers,
    contracts,
    exposing,
    get naming() {
      return naming();
    },
    links,
    outgoing,
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

/** Nodes by the contract ids that their ports name, each node once. */
function groupByContract<N extends PlacedNode>(
  nodes: Iterable<N>,
  portsOf: (node: N) => readonly { readonly contractId?: string }[],
): ReadonlyMap<string, readonly N[]> {
  const groups = new Map<string, N[]>();
  for (const node of nodes) {
    for (const { contractId } of portsOf(node)) {
      if (contractId === undefined) continue;
      const group = groups.get(contractId);
      if (group === undefined) groups.set(contractId, [node]);
      else if (group.at(-1) !== node) group.push(node);
    }
  }
  return groups;
}

/** Whoever names a contract of the product: products first, by id. */
function readersOf({ summary }: PlacedProduct, naming: Mesh["naming"]): readonly PlacedNode[] {
  const contracts = new Set(summary.outputPorts.map(({ contractId }) => contractId ?? ""));
  const readers = new Set([...contracts].flatMap((contract) => naming.get(contract) ?? []));
  return contracts.size === 1 ? [...readers] : [...readers].sort(byKindAndId);
}

function joined(links: readonly Links[]): Links {
  return { edges: links.flatMap(({ edges }) => edges), unlinked: links.flatMap(({ unlinked }) => unlinked) };
}
