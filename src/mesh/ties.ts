import type { PlacedDescriptor, PlacedNode, PlacedProduct } from "../model/mesh.ts";
import { once } from "../model/once.ts";
import { findKnots } from "./circles.ts";
import { isConsumer, isProduct } from "./place.ts";

/**
 * Which nodes name the same contracts, of one tree or of several that share most of their descriptors: trees that are
 * compared have it in common, and each mesh takes of it what stands in its own tree.
 */
export interface Ties {
  /** By the contract id that one of their output ports names. */
  readonly exposing: ReadonlyMap<string, readonly PlacedProduct[]>;
  /** By the contract id that one of their input ports names. */
  readonly naming: ReadonlyMap<string, readonly PlacedNode[]>;
  /**
   * Ids of products that reach each other by the contract ids that their ports name, whatever the versions. Every
   * circle of edges lies within one of these groups; in most meshes there are none.
   */
  readonly suspects: readonly (readonly string[])[];
}

export function tiesOf(placed: Iterable<PlacedDescriptor>): Ties {
  const all = [...placed];
  const products = all.filter(isProduct);
  const exposing = once(() => groupByContract(products, ({ outline }) => outline.publishes));
  const naming = once(() =>
    groupByContract<PlacedNode>([...products, ...all.filter(isConsumer)], ({ outline }) => outline.reads),
  );
  const suspects = once(() => findSuspects(products, exposing()));
  return {
    get exposing() {
      return exposing();
    },
    get naming() {
      return naming();
    },
    get suspects() {
      return suspects();
    },
  };
}

function groupByContract<N extends PlacedNode>(
  nodes: Iterable<N>,
  contractsOf: (node: N) => readonly string[],
): ReadonlyMap<string, readonly N[]> {
  const groups = new Map<string, N[]>();
  for (const node of nodes) {
    for (const contract of contractsOf(node)) {
      const group = groups.get(contract);
      if (group === undefined) groups.set(contract, [node]);
      else group.push(node);
    }
  }
  return groups;
}

/** Knots in the graph of products and contracts: a reader leads to a contract, the contract to those who publish it. */
function findSuspects(products: readonly PlacedProduct[], exposing: Ties["exposing"]): Ties["suspects"] {
  const ids = [...new Set(products.map(({ outline }) => outline.id))];
  const position = new Map(ids.map((id, node) => [id, node]));
  const contracts = new Map<string, number>();
  const graph: number[][] = ids.map(() => []);
  const contractNode = (contract: string): number | undefined => {
    const known = contracts.get(contract);
    if (known !== undefined) return known;
    const publishers = exposing.get(contract);
    if (publishers === undefined) return undefined;
    const node = graph.push(publishers.flatMap(({ outline }) => position.get(outline.id) ?? [])) - 1;
    contracts.set(contract, node);
    return node;
  };
  for (const { outline } of products) {
    const successors = graph[position.get(outline.id) ?? -1];
    for (const contract of outline.reads) {
      const node = contractNode(contract);
      if (node !== undefined) successors?.push(node);
    }
  }
  return findKnots(graph)
    .map((knot) => knot.flatMap((node) => ids[node] ?? []))
    .filter((members) => members.length > 1);
}
