import type { Mesh, PlacedDescriptor, PlacedNode } from "../../model/mesh.ts";
import { resolveContract } from "../../mesh/contract.ts";
import { link } from "../../mesh/link.ts";
import type { Links } from "../../mesh/link.ts";
import { readVersion } from "../../mesh/version.ts";
import type { World } from "../../policy/facts/world.ts";
import { isNode, isProduct } from "./kinds.ts";
import { lookalikesIn } from "./lookalikes.ts";
import { once } from "./once.ts";
import type { Rules } from "./rules.ts";
import type { Shelf } from "./shelf.ts";
import type { Survey } from "./survey.ts";

/** A surveyed tree as the facts see it. */
export function worldOf(survey: Survey, rules: Rules, shelf: Shelf): World {
  const { mesh } = survey;
  const unlinked = once(() => groupBy(mesh.unlinked, ({ to }): [string] => [`${to.kind} ${to.id}`]));
  const doubles = once(() => groupBy(doublesOf(mesh), ({ summary }) => [`${summary.kind} ${summary.id}`]));
  return {
    mesh,
    guild: rules.guild,
    open(placed) {
      const document = shelf.open(placed.blob).find(({ index }) => index === placed.index);
      if (document === undefined) throw new Error(`${placed.file} has no document ${placed.index}`);
      return document;
    },
    contract: (id, version) => resolveContract(mesh, id, version),
    inputs(node): Links {
      const { id, kind } = node.summary;
      if (named(mesh, kind, id) !== node) return linkAlone(mesh, node);
      const edges = (mesh.incoming.get(id) ?? []).filter(({ to }) => to.kind === kind);
      return { edges, unlinked: unlinked().get(`${kind} ${id}`) ?? [] };
    },
    all(kind, id): readonly PlacedDescriptor[] {
      if (kind === "contract") return mesh.contracts.get(id) ?? [];
      const node = named(mesh, kind, id);
      return doubles().get(`${kind} ${id}`) ?? (node ? [node] : []);
    },
    naming: naming(mesh),
    lookalikes: lookalikesIn(mesh),
  };
}

/** The product or consumer that stands for an id in the graph. */
export function named(mesh: Mesh, kind: PlacedNode["summary"]["kind"], id: string): PlacedNode | undefined {
  return (kind === "product" ? mesh.products : mesh.consumers).get(id);
}

/** What a node would read whose id another file has taken: the graph knows only that one. */
function linkAlone(mesh: Mesh, node: PlacedNode): Links {
  const { id } = node.summary;
  const products = new Map(isProduct(node) ? [[id, node]] : []);
  const consumers = new Map(isProduct(node) ? [] : [[id, node]]);
  return link({ ...mesh, products, consumers }, readVersion);
}

/** Who names a contract, at an input or an output. Of those that share an id all count, not only the one in the graph. */
function naming(mesh: Mesh): World["naming"] {
  const unlinked = once(() => groupBy(mesh.unlinked, ({ to }) => portsOf([to.port])));
  const doubles = once(() => groupBy(doublesOf(mesh), namedBy));
  return (contract) => {
    const publishers = mesh.exposing.get(contract) ?? [];
    const inputs = [
      ...publishers.flatMap(({ summary }) => mesh.outgoing.get(summary.id) ?? []),
      ...(unlinked().get(contract) ?? []),
    ];
    const readers = inputs
      .filter(({ to }) => to.port.contractId === contract)
      .flatMap(({ to }) => named(mesh, to.kind, to.id) ?? []);
    return [...new Set([...publishers, ...readers, ...(doubles().get(contract) ?? [])])];
  };
}

function namedBy(node: PlacedNode): readonly string[] {
  return portsOf([...node.summary.inputPorts, ...(isProduct(node) ? node.summary.outputPorts : [])]);
}

function portsOf(ports: readonly { readonly contractId?: string }[]): readonly string[] {
  return ports.flatMap(({ contractId }) => contractId ?? []);
}

/** Products and consumers whose id another of their kind has too. */
function doublesOf(mesh: Mesh): readonly PlacedNode[] {
  return mesh.duplicates.flatMap(({ places }) => places.filter(isNode));
}

function groupBy<T>(values: Iterable<T>, keys: (value: T) => Iterable<string>): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    for (const key of keys(value)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [value]);
      else group.push(value);
    }
  }
  return groups;
}
