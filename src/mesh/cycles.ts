import type { InputPort, OutputPort } from "../model/descriptor.ts";
import type { Cycle, Mesh, PlacedProduct } from "../model/mesh.ts";
import { coverWithCircles, findKnots, splitWalk } from "./circles.ts";
import type { Digraph } from "./circles.ts";
import { productGraph } from "./product-graph.ts";
import type { Ties } from "./ties.ts";
import { closest, tierOf } from "./version.ts";
import type { ReadVersion } from "./version.ts";

/**
 * Circles of products that read each other. Every product that reads itself, however indirectly, stands in at least
 * one of them; one that does so port by port stands in one of level `port`. In a knot of more than fifty circles the
 * members that no listed circle passes come as one entry of their own.
 */
export function findCycles(
  { products, outgoing }: Pick<Mesh, "products" | "outgoing">,
  { suspects }: Pick<Ties, "suspects">,
  read: ReadVersion,
): readonly Cycle[] {
  const cycles = suspects.flatMap((ids) => {
    const members = [...ids].sort().flatMap((id) => products.get(id) ?? []);
    return findKnots(graphOf(members, outgoing)).flatMap((knot) => {
      const inside = knot.flatMap((node) => members[node] ?? []);
      return cyclesOfKnot(inside, graphOf(inside, outgoing), outgoing, read);
    });
  });
  return cycles.sort(byMembers);
}

function graphOf(members: readonly PlacedProduct[], outgoing: Mesh["outgoing"]): Digraph {
  return productGraph(
    members.map(({ summary }) => summary.id),
    outgoing,
  );
}

function cyclesOfKnot(
  members: readonly PlacedProduct[],
  graph: Digraph,
  outgoing: Mesh["outgoing"],
  read: ReadVersion,
): Cycle[] {
  const name = (nodes: readonly number[]): string[] => nodes.flatMap((node) => members[node]?.summary.id ?? []);
  const byPorts = portCircles(members, outgoing, read);
  const covered = new Set(byPorts.flat());
  const uncovered = members.map((_, node) => node).filter((node) => !covered.has(node));
  const { circles, rest } = coverWithCircles(graph, uncovered);
  const byProducts = rest.length > 0 ? [...circles, rest] : circles;
  return [
    ...byPorts.map((circle): Cycle => ({ members: name(fromSmallest(circle)), level: "port" })),
    ...byProducts.map((circle): Cycle => ({ members: name(fromSmallest(circle)), level: "product" })),
  ];
}

/** Circles that also close when each output port is fed only by the inputs it names, as circles of products. */
function portCircles(
  members: readonly PlacedProduct[],
  outgoing: Mesh["outgoing"],
  read: ReadVersion,
): readonly (readonly number[])[] {
  const { graph, owner } = portGraph(members, outgoing, read);
  const circles = new Map<string, readonly number[]>();
  for (const knot of findKnots(graph)) {
    const { circles: walks, rest } = coverWithCircles(graph, knot);
    for (const walk of [...walks, rest]) {
      for (const circle of splitWalk(walk.map((port) => owner[port] ?? 0))) {
        const turned = fromSmallest(circle);
        circles.set(turned.join(" "), turned);
      }
    }
  }
  return [...circles.values()];
}

/** Output ports as nodes, each with the position of the product it belongs to. */
function portGraph(
  members: readonly PlacedProduct[],
  outgoing: Mesh["outgoing"],
  read: ReadVersion,
): { readonly graph: Digraph; readonly owner: readonly number[] } {
  const position = new Map<OutputPort, number>();
  const owner: number[] = [];
  members.forEach((product, node) => {
    for (const port of product.summary.outputPorts) {
      position.set(port, owner.length);
      owner.push(node);
    }
  });
  const fed = fedPorts(members, read);
  // The input of a twin, which publishes nothing of its own, feeds whatever the product of its id publishes.
  const byId = new Map(members.map(({ summary }) => [summary.id, summary.outputPorts]));
  const outputsOf = (id: string): readonly OutputPort[] => byId.get(id) ?? [];
  const graph: number[][] = owner.map(() => []);
  for (const product of members) {
    for (const edge of outgoing(product.summary.id)) {
      const successors = graph[position.get(edge.from.port) ?? -1];
      for (const port of fed.get(edge.to.port) ?? outputsOf(edge.to.id)) {
        const successor = position.get(port);
        if (successor !== undefined) successors?.push(successor);
      }
    }
  }
  return { graph, owner };
}

/**
 * Which output ports an input feeds: those that name its contract in `inputContracts` (of several inputs with that
 * contract the closest version, since real documents disagree about it) and those that name none.
 */
function fedPorts(members: readonly PlacedProduct[], read: ReadVersion): ReadonlyMap<InputPort, readonly OutputPort[]> {
  const fed = new Map<InputPort, OutputPort[]>();
  for (const { summary } of members) {
    for (const input of summary.inputPorts) fed.set(input, []);
    for (const output of summary.outputPorts) {
      for (const input of inputsOf(output, summary.inputPorts, read)) {
        fed.get(input)?.push(output);
      }
    }
  }
  return fed;
}

function inputsOf(output: OutputPort, inputs: readonly InputPort[], read: ReadVersion): Iterable<InputPort> {
  if (output.inputContracts.length === 0) return inputs;
  const feeding = output.inputContracts.flatMap((contract) => {
    const named = inputs.filter((input) => input.contractId === contract.id);
    const version = read(contract.version);
    const best = closest(named, (input) =>
      tierOf(version, input.version === undefined ? undefined : read(input.version)),
    );
    return best?.matches ?? [];
  });
  return new Set(feeding);
}

/** The circle turned so that its smallest position comes first. Positions follow the order of ids. */
function fromSmallest(circle: readonly number[]): readonly number[] {
  let first = 0;
  circle.forEach((node, index) => {
    if (node < (circle[first] ?? node)) first = index;
  });
  return [...circle.slice(first), ...circle.slice(0, first)];
}

function byMembers(one: Cycle, other: Cycle): number {
  for (const [index, id] of one.members.entries()) {
    const there = other.members[index];
    if (there === undefined || id > there) return 1;
    if (id < there) return -1;
  }
  return one.members.length - other.members.length;
}
