import type { InputPort } from "../model/descriptor.ts";
import { at } from "../model/location.ts";
import type { Edge, Mesh, PlacedContract, PlacedNode, PlacedProduct, Unlinked, UnlinkedInput } from "../model/mesh.ts";
import { publishedVersions } from "./contract.ts";
import { closest, compareTiers, tierOf } from "./version.ts";
import type { Version } from "./version.ts";

/** An output port that publishes a contract, and the versions under which it is known. */
interface Offer {
  readonly from: Edge["from"];
  readonly versions: readonly Version[];
}

export interface Links {
  readonly edges: readonly Edge[];
  readonly unlinked: readonly UnlinkedInput[];
}

/**
 * Joins every input port with the output ports that publish its contract. Edges come in the order of the readers,
 * their ports as declared, then the publishing products.
 */
export function link(
  products: Mesh["products"],
  consumers: Mesh["consumers"],
  contracts: ReadonlyMap<string, readonly PlacedContract[]>,
  read: (written: string) => Version,
): Links {
  const offers = offersOf(products.values(), contracts, read);
  const edges: Edge[] = [];
  const unlinked: UnlinkedInput[] = [];
  for (const readers of [products, consumers]) {
    for (const node of readers.values()) {
      const { id, kind, inputPorts } = node.summary;
      for (const port of inputPorts) {
        const to = { id, kind, port };
        const known = port.contractId === undefined ? undefined : offers.get(port.contractId);
        const found = linkInput(to, known, read);
        if (found.length > 0) for (const edge of found) edges.push(edge);
        else unlinked.push({ to, reason: reasonOf(node, port, known), location: at(node.file, port.range) });
      }
    }
  }
  return { edges, unlinked };
}

function offersOf(
  products: Iterable<PlacedProduct>,
  contracts: ReadonlyMap<string, readonly PlacedContract[]>,
  read: (written: string) => Version,
): ReadonlyMap<string, readonly Offer[]> {
  const offers = new Map<string, Offer[]>();
  for (const { summary } of products) {
    for (const port of summary.outputPorts) {
      const contract = port.contractId;
      if (contract === undefined) continue;
      const own = port.version === undefined ? undefined : read(port.version);
      const versions = publishedVersions({ contracts }, contract, own, read);
      const offer = { from: { id: summary.id, port }, versions };
      const known = offers.get(contract);
      if (known === undefined) offers.set(contract, [offer]);
      else known.push(offer);
    }
  }
  return offers;
}

/** One edge for every port of the closest tier. A product never reads itself through the mesh. */
function linkInput(to: Edge["to"], offers: readonly Offer[] | undefined, read: (written: string) => Version): Edge[] {
  if (offers === undefined) return [];
  const wanted = to.port.version === undefined ? undefined : read(to.port.version);
  const foreign = to.kind === "product" ? offers.filter((offer) => offer.from.id !== to.id) : offers;
  const best = closest(foreign, (offer) => tierOfOffer(wanted, offer));
  if (best === undefined) return [];
  const ambiguous = best.matches.some((offer) => offer.from.id !== best.matches[0].from.id);
  return best.matches.map(({ from }) => ({ from, to, tier: best.tier, ambiguous }));
}

function tierOfOffer(wanted: Version | undefined, offer: Offer): Edge["tier"] {
  let best: Edge["tier"] = "id-only";
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
function reasonOf(node: PlacedNode, port: InputPort, own: readonly Offer[] | undefined): Unlinked {
  if (port.external) return "external";
  const readsItself = node.summary.kind === "product" && (own !== undefined || port.contractId === node.summary.id);
  return readsItself || port.name === "self" ? "self" : "dangling";
}
