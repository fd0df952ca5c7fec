import { byKindAndId } from "../../mesh/place.ts";
import { followReaders } from "../../mesh/affected.ts";
import type { Edge, Mesh, PlacedNode, UnlinkedInput } from "../../model/mesh.ts";
import type { AffectedNode, ReportEdge, ReportGraph } from "../../model/report.ts";
import type { World } from "../../policy/facts/world.ts";
import { isNode } from "./kinds.ts";
import { compareText } from "../../model/order.ts";
import type { Weighed } from "./compat/judge.ts";
import type { Plan } from "./plan.ts";

/** A product and a consumer may share an id: in a graph a node is both. */
type Node = Pick<AffectedNode, "id" | "kind">;

/** What a run saw of the graph; without a base nothing changed. */
export function reportGraph(
  head: World,
  base: World | undefined,
  plan: Plan,
  weighed: readonly Weighed[],
): ReportGraph {
  const judged = judgedNodes(plan);
  const isJudged = includes(judged);
  const after = draw(edgesAround(head, judged));
  const before = base && draw(edgesAround(base, judged));
  const causes = causesOf(weighed);
  const affected = affectedNodes(head.mesh, causes);
  const further = [base, head].flatMap((world) => (world ? edgesAmong(world, affected) : []));
  return {
    edgesAdded: before === undefined ? [] : minus(after, before),
    edgesRemoved: before === undefined ? [] : minus(before, after),
    affected,
    cycles: head.mesh.cycles
      .map(({ members }) => members)
      .filter((members) => members.some((id) => isJudged({ id, kind: "product" }))),
    dangling: unlinkedOf(head, judged)
      .filter(({ reason }) => reason === "dangling")
      .map(({ to, location }) => ({ id: to.id, input: to.port.name, contract: to.port.contractId ?? "", location })),
    edges: sorted(draw([...causes.flatMap(({ hits }) => hits), ...further]).values()),
  };
}

function judgedNodes(plan: Plan): readonly Node[] {
  const placed = plan.subjects.flatMap(({ head, base }) => [head?.placed, base?.placed]);
  return placed.flatMap((one) => (one !== undefined && isNode(one) ? [one.summary] : []));
}

/** Of each node once, products first, by id. */
function unlinkedOf(world: World, nodes: readonly Node[]): readonly UnlinkedInput[] {
  const placed = new Set(nodes.flatMap((node) => placedAs(world, node)));
  return [...placed].sort(byKindAndId).flatMap((node) => world.mesh.links(node).unlinked);
}

function includes(nodes: readonly Node[]): (node: Node) => boolean {
  const keys = new Set(nodes.map(keyOf));
  return (node) => keys.has(keyOf(node));
}

function keyOf({ kind, id }: Node): string {
  return `${kind} ${id}`;
}

/** A product that takes something from its readers, and the links of these. */
interface Cause {
  readonly id: string;
  readonly hits: readonly Edge[];
}

function causesOf(weighed: readonly Weighed[]): readonly Cause[] {
  const causes = new Map<string, Set<Edge>>();
  for (const edge of weighed.flatMap(({ hits }) => hits)) {
    const hits = causes.get(edge.from.id);
    if (hits === undefined) causes.set(edge.from.id, new Set([edge]));
    else hits.add(edge);
  }
  return [...causes].map(([id, hits]) => ({ id, hits: [...hits] }));
}

/** Who is hit, and who is reached through them: each at its shortest distance. A cause may be hit by another one. */
function affectedNodes(mesh: Mesh, causes: readonly Cause[]): readonly AffectedNode[] {
  const nearest = new Map<string, AffectedNode>();
  for (const { id, hits } of causes) {
    for (const node of followReaders(mesh, new Set([id]), hits)) {
      const known = nearest.get(keyOf(node));
      if (known === undefined || node.distance < known.distance) nearest.set(keyOf(node), node);
    }
  }
  return [...nearest.values()].sort(
    (one, other) => one.distance - other.distance || compareText(one.id, other.id) || compareText(one.kind, other.kind),
  );
}

function edgesAround(world: World, nodes: readonly Node[]): readonly Edge[] {
  const { links, outgoing } = world.mesh;
  return nodes.flatMap((node) => [
    ...placedAs(world, node).flatMap((placed) => links(placed).edges),
    ...(node.kind === "product" ? outgoing(node.id) : []),
  ]);
}

/** All descriptors that share the id. */
function placedAs(world: World, { kind, id }: Node): readonly PlacedNode[] {
  return world.all(kind, id).filter(isNode);
}

/** Of a product that changes only those are drawn whom it hits: others may read it and lose nothing. */
function edgesAmong(world: World, nodes: readonly Node[]): readonly Edge[] {
  const isAmong = includes(nodes);
  return edgesAround(world, nodes).filter(({ from, to }) => isAmong({ id: from.id, kind: "product" }) && isAmong(to));
}

type Drawn = ReadonlyMap<string, ReportEdge>;

function draw(edges: readonly Edge[]): Drawn {
  return new Map(
    edges.map((edge) => {
      const drawn = drawnEdge(edge);
      return [JSON.stringify(drawn), drawn];
    }),
  );
}

function drawnEdge({ from, to }: Edge): ReportEdge {
  const { name, version } = from.port;
  const port = version === undefined ? name : `${name}@${version}`;
  return { from: from.id, to: to.id, kind: to.kind, port, input: to.port.name };
}

function minus(one: Drawn, other: Drawn): readonly ReportEdge[] {
  return sorted([...one].filter(([key]) => !other.has(key)).map(([, edge]) => edge));
}

function sorted(edges: Iterable<ReportEdge>): readonly ReportEdge[] {
  return [...edges].sort(
    (one, other) =>
      compareText(one.from, other.from) ||
      compareText(one.to, other.to) ||
      compareText(one.kind, other.kind) ||
      compareText(one.port, other.port) ||
      compareText(one.input, other.input),
  );
}
