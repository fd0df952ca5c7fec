import type { InputPort } from "../model/descriptor.ts";
import { at } from "../model/location.ts";
import type { Edge, Links, Mesh, PlacedNode, Tier, Unlinked, UnlinkedInput } from "../model/mesh.ts";
import { onceFor } from "../model/once.ts";
import { publishedVersions } from "./contract.ts";
import { closest, compareTiers, tierOf } from "./version.ts";
import type { ReadVersion, Version } from "./version.ts";

/** An output port that publishes a contract, and the versions under which it is known. */
interface Offer {
  readonly from: Edge["from"];
  readonly versions: readonly Version[];
}

/** The part of a mesh that decides who is linked with whom. */
type Parts = Pick<Mesh, "contracts" | "exposing">;

/**
 * Joins the input ports of a node with the output ports that publish their contracts. Edges come in the order of the
 * ports as declared, then of the publishing products.
 */
export function linker(mesh: Parts, read: ReadVersion): (node: PlacedNode) => Links {
  const offersFor = onceFor((contract: string) => offersOf(mesh, contract, read));
  return onceFor((node) => linksOf(node, offersFor, read));
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

/** Who offers a contract, in the order of the products. */
function offersOf(mesh: Parts, contract: string, read: ReadVersion): readonly Offer[] {
  return mesh.exposing(contract).flatMap(({ summary }) =>
    summary.outputPorts
      .filter((port) => port.contractId === contract)
      .map((port) => {
        const own = port.version === undefined ? undefined : read(port.version);
        return { from: { id: summary.id, port }, versions: publishedVersions(mesh, contract, own, read) };
      }),
  );
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
