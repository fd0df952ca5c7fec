import type { InputPort, OutputPort } from "../../model/descriptor.ts";
import type { Edge, PlacedContract, PlacedProduct } from "../../model/mesh.ts";
import { closest, readVersion, tierOf } from "../../mesh/version.ts";
import { reads } from "../../policy/facts/fields.ts";
import { contractOf, statusOf } from "../../policy/facts/ports.ts";
import type { World } from "../../policy/facts/world.ts";
import { contractChange, EVERYTHING, NO_CHANGE } from "./contract-change.ts";
import type { ContractChange } from "./contract-change.ts";

/** A port on one side of a change, with the contract that it means. */
interface Offered {
  readonly product: PlacedProduct;
  readonly port: OutputPort;
  readonly contract?: PlacedContract | undefined;
}

/** An output port that was read at base, and what became of it: nothing, when it is gone. */
export interface Offer {
  readonly readers: readonly Edge[];
  readonly before: Offered;
  readonly after?: Offered | undefined;
}

/** The ports of a product that somebody read at base. */
export function offersOf(head: World, base: World, id: string): readonly Offer[] {
  const [before, after] = [base.mesh.products.get(id), head.mesh.products.get(id)];
  if (before === undefined) return [];
  const edges = base.mesh.outgoing(id);
  return before.summary.outputPorts.flatMap((port) => {
    const readers = edges.filter(({ from }) => from.port === port);
    if (readers.length === 0) return [];
    const successor = after && successorOf(port, after.summary.outputPorts);
    return [
      { readers, before: offered(base, before, port), after: after && successor && offered(head, after, successor) },
    ];
  });
}

/** The contracts that have to be opened to tell what became of an offer. */
export function comparedContracts({ before, after }: Offer): readonly PlacedContract[] {
  const [then, now] = [before.contract, after?.contract];
  return then === undefined || now === undefined || isSameDocument(then, now) ? [] : [then, now];
}

/** The links of those whom a change of the product takes something that they read. */
export function hitReaders(head: World, base: World, id: string): readonly Edge[] {
  return offersOf(head, base, id).flatMap((offer) => {
    const change = changeOf(head, base, offer);
    return offer.readers.filter(({ to }) => isHit(to.port, change));
  });
}

/** Who declares no uses reads everything. */
function isHit({ uses }: InputPort, { all, paths }: ContractChange): boolean {
  return all || paths.some((path) => uses?.some((use) => reads(use, path)) ?? true);
}

function changeOf(head: World, base: World, offer: Offer): ContractChange {
  const { before, after } = offer;
  if (after === undefined || isOtherPort(before.port, after.port) || decline(after) > decline(before))
    return EVERYTHING;
  if (before.contract === undefined) return NO_CHANGE;
  if (after.contract === undefined) return EVERYTHING;
  const [then, now] = comparedContracts(offer);
  return then === undefined || now === undefined ? NO_CHANGE : contractChange(base.open(then), head.open(now));
}

function offered(world: World, product: PlacedProduct, port: OutputPort): Offered {
  return { product, port, contract: contractOf(world, port)?.contract };
}

/** A port goes on as long as its name, its contract and its major version stay. */
function successorOf(port: OutputPort, ports: readonly OutputPort[]): OutputPort | undefined {
  const alike = ports.filter(({ name, contractId }) => name === port.name && contractId === port.contractId);
  const found = closest(alike, ({ version }) => tierOf(versionOf(port.version), versionOf(version)));
  const next = found?.tier === "id-only" ? undefined : found?.matches[0];
  return alike.find(({ version }) => version === port.version) ?? next;
}

function versionOf(version: string | undefined): ReturnType<typeof readVersion> | undefined {
  return version === undefined ? undefined : readVersion(version);
}

/** What was not said before is no other than before. */
function isOtherPort(before: OutputPort, after: OutputPort): boolean {
  const isOther = (one: string | undefined, other: string | undefined): boolean => one !== undefined && one !== other;
  return isOther(before.type, after.type) || isOther(before.interfaceClass, after.interfaceClass);
}

/** How far the end of a port is announced: not at all, deprecated, retired. */
function decline({ product, port, contract }: Offered): number {
  const statuses = [product.summary.status, contract?.summary.status].map(statusOf);
  if (statuses.includes("retired")) return 2;
  return statuses.includes("deprecated") || product.summary.deprecated || port.deprecated ? 1 : 0;
}

function isSameDocument(one: PlacedContract, other: PlacedContract): boolean {
  return one.blob === other.blob && one.index === other.index;
}
