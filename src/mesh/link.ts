import type { InputPort } from "../model/descriptor.ts";
import { at } from "../model/location.ts";
import type { Edge, Mesh, PlacedNode, Tier, Unlinked, UnlinkedInput } from "../model/mesh.ts";
import { publishedVersions } from "./contract.ts";
import { closest, compareTiers, tierOf } from "./version.ts";
import type { ReadVersion, Version } from "./version.ts";

/** An output port that publishes a contract, and the versions under which it is known. */
interface Offer {
  readonly from: Edge["from"];
  readonly versions: readonly Version[];
}

export interface Links {
  readonly edges: readonly Edge[];
  readonly unlinked: readonly UnlinkedInput[];
}

/** The part of a mesh that decides who is linked with whom. */
type Parts = Pick<Mesh, "products" | "consumers" | "contracts" | "exposing">;

/**
 * Joins every input port with the output ports that publish its contract. Edges come in the order of the readers,
 * their ports as declared, then the publishing products. A reader that is the same object in `before` keeps its links
 * when its contracts are offered by the same objects too.
 */
export function link(mesh: Parts, read: ReadVersion, before?: Mesh): Links {
  const offersFor = offersOf(mesh, read);
  const kept = before && keptLinks(mesh, before);
  const edges: Edge[] = [];
  const unlinked: UnlinkedInput[] = [];
  for (const readers of [mesh.products, mesh.consumers]) {
    for (const node of readers.values()) {
      const links = kept?.(node) ?? linksOf(node, offersFor, read);
      edges.push(...links.edges);
      unlinked.push(...links.unlinked);
    }
  }
  return { edges, unlinked };
}

function linksOf(node: PlacedNode, offersFor: (contract: string) => readonly Offer[], read: ReadVersion): Links {
  const { id, kind, inputPorts } = node.summary;
  const edges: Edge[] = [];
  const unlinked: UnlinkedInput[] = [];
  for (const port of inputPorts) {
    const to = { id, kind, port };
    const offers = port.contractId === undefined ? [] : offersFor(port.contractId);
    if (linkInput(edges, to, offers, read) === 0) {
      unlinked.push({ to, reason: reasonOf(node, port, offers.length > 0), location: at(node.file, port.range) });
    }
  }
  return { edges, unlinked };
}

/** The links that a reader had before, when nothing that decides them is another object now. */
function keptLinks(mesh: Parts, before: Mesh): (node: PlacedNode) => Links | undefined {
  const offers = new Map<string, boolean>();
  const isOfferedAlike = (contract: string): boolean => {
    let alike = offers.get(contract);
    if (alike === undefined) {
      alike =
        isSameList(mesh.exposing.get(contract), before.exposing.get(contract)) &&
        isSameList(mesh.contracts.get(contract), before.contracts.get(contract));
      offers.set(contract, alike);
    }
    return alike;
  };
  const unlinked = new Set(before.unlinked.map(({ to }) => to.port));
  return (node) => {
    const { kind, id, inputPorts } = node.summary;
    const isSame = (kind === "product" ? before.products : before.consumers).get(id) === node;
    if (!isSame || inputPorts.some((port) => unlinked.has(port) || !isOfferedAlike(port.contractId ?? ""))) {
      return undefined;
    }
    return { edges: (before.incoming.get(id) ?? []).filter(({ to }) => to.kind === kind), unlinked: [] };
  };
}

function isSameList<T>(one: readonly T[] = [], other: readonly T[] = []): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}

/** Looks up who offers a contract; each contract's offers are worked out when it is first asked for. */
function offersOf(mesh: Parts, read: ReadVersion): (id: string) => readonly Offer[] {
  const known = new Map<string, readonly Offer[]>();
  return (contract) => {
    const before = known.get(contract);
    if (before !== undefined) return before;
    const offers: Offer[] = [];
    for (const { summary } of mesh.exposing.get(contract) ?? []) {
      for (const port of summary.outputPorts) {
        if (port.contractId !== contract) continue;
        const own = port.version === undefined ? undefined : read(port.version);
        offers.push({ from: { id: summary.id, port }, versions: publishedVersions(mesh, contract, own, read) });
      }
    }
    known.set(contract, offers);
    return offers;
  };
}

/** One edge for every port of the closest tier; a product never reads itself through the mesh. Says how many. */
function linkInput(edges: Edge[], to: Edge["to"], offers: readonly Offer[], read: ReadVersion): number {
  const wanted = to.port.version === undefined ? undefined : read(to.port.version);
  const own = to.kind === "product" ? to.id : undefined;
  const found = closest(
    offers.filter(({ from }) => from.id !== own),
    (offer) => tierOfOffer(wanted, offer),
  );
  if (found === undefined) return 0;
  const { tier, matches } = found;
  const ambiguous = matches.some(({ from }) => from.id !== matches[0].from.id);
  for (const { from } of matches) edges.push({ from, to, tier, ambiguous });
  return matches.length;
}

function tierOfOffer(wanted: Version | undefined, offer: Offer): Tier {
  let best: Tier = "id-only";
  for (const version of offer.versions) {
    const tier = tierOf(wanted, version);
    if (compareTiers(tier, best) < 0) best = tier;
  }
  return best;
}

/**
 * Why nothing of another product matches. A declaration (`external`, `self`) explains a missing edge, it never hides
 * one that the ids show. An input that names no contract and declares nothing is dangling: nobody can tell what it reads.
 */
function reasonOf(node: PlacedNode, port: InputPort, isOwn: boolean): Unlinked {
  if (port.external) return "external";
  const readsItself = node.summary.kind === "product" && (isOwn || port.contractId === node.summary.id);
  if (readsItself || port.name === "self") return "self";
  // ODPS 1.1 allows a port with only a name: a source that no contract describes.
  return port.contractId === undefined ? "external" : "dangling";
}
