import { affectedBy } from "../../mesh/affected.ts";
import type { Edge, Mesh } from "../../model/mesh.ts";
import type { AffectedNode, ReportEdge, ReportGraph } from "../../model/report.ts";
import type { World } from "../../policy/facts/world.ts";
import { isNode } from "./kinds.ts";
import { compareText } from "../../model/order.ts";
import type { Plan } from "./plan.ts";

/** What a run saw of the graph. `changed` are the products whose readers may notice; without a base there are none. */
export function reportGraph(head: World, base: World | undefined, plan: Plan, changed: readonly string[]): ReportGraph {
  const judged = judgedNodes(plan);
  const after = edgesAround(head.mesh, judged);
  const before = base && edgesAround(base.mesh, judged);
  const affected = affectedNodes(head, base, changed);
  const shown = new Set([...changed, ...affected.map(({ id }) => id)]);
  const drawn = new Map([
    ...(base === undefined ? [] : edgesAround(base.mesh, shown)),
    ...edgesAround(head.mesh, shown),
  ]);
  return {
    edgesAdded: before === undefined ? [] : minus(after, before),
    edgesRemoved: before === undefined ? [] : minus(before, after),
    affected,
    cycles: head.mesh.cycles.map(({ members }) => members).filter((members) => members.some((id) => judged.has(id))),
    dangling: head.mesh.unlinked
      .filter(({ reason, to }) => reason === "dangling" && judged.has(to.id))
      .map(({ to, location }) => ({ id: to.id, input: to.port.name, contract: to.port.contractId ?? "", location })),
    edges: sorted([...drawn.values()].filter(({ from, to }) => shown.has(from) && shown.has(to))),
  };
}

function judgedNodes(plan: Plan): ReadonlySet<string> {
  const placed = plan.subjects.flatMap(({ head, base }) => [head?.placed, base?.placed]);
  return new Set(placed.flatMap((one) => (one !== undefined && isNode(one) ? [one.summary.id] : [])));
}

/** Readers on either side, each at its shortest distance: who loses a port reads it at base only. */
function affectedNodes(head: World, base: World | undefined, changed: readonly string[]): readonly AffectedNode[] {
  const nearest = new Map<string, AffectedNode>();
  for (const world of base === undefined ? [] : [head, base]) {
    for (const node of affectedBy(world.mesh, changed)) {
      const key = JSON.stringify([node.kind, node.id]);
      const known = nearest.get(key);
      if (known === undefined || node.distance < known.distance) nearest.set(key, node);
    }
  }
  return [...nearest.values()].sort(
    (one, other) => one.distance - other.distance || compareText(one.id, other.id) || compareText(one.kind, other.kind),
  );
}

type Edges = ReadonlyMap<string, ReportEdge>;

function edgesAround(mesh: Mesh, ids: ReadonlySet<string>): Edges {
  const edges = new Map<string, ReportEdge>();
  const add = (edge: Edge): void => {
    const drawn = drawnEdge(edge);
    edges.set(JSON.stringify(drawn), drawn);
  };
  for (const id of ids) {
    mesh.incoming.get(id)?.forEach(add);
    mesh.outgoing.get(id)?.forEach(add);
  }
  return edges;
}

function drawnEdge({ from, to }: Edge): ReportEdge {
  const { name, version } = from.port;
  return { from: from.id, to: to.id, port: version === undefined ? name : `${name}@${version}`, input: to.port.name };
}

function minus(one: Edges, other: Edges): readonly ReportEdge[] {
  return sorted([...one].filter(([key]) => !other.has(key)).map(([, edge]) => edge));
}

function sorted(edges: readonly ReportEdge[]): readonly ReportEdge[] {
  return [...edges].sort(
    (one, other) =>
      compareText(one.from, other.from) ||
      compareText(one.to, other.to) ||
      compareText(one.port, other.port) ||
      compareText(one.input, other.input),
  );
}
