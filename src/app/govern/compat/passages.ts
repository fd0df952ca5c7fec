import { closest, readVersion, tierOf } from "../../../mesh/version.ts";
import type { OutputPort } from "../../../model/descriptor.ts";
import type { RepoPath } from "../../../model/location.ts";
import type { Edge, PlacedContract, PlacedDescriptor, PlacedProduct } from "../../../model/mesh.ts";
import { compareText } from "../../../model/order.ts";
import type { BlobId } from "../../../model/tree.ts";
import { contractOf } from "../../../policy/facts/ports.ts";
import type { Paired } from "../../../policy/facts/subject.ts";
import type { World } from "../../../policy/facts/world.ts";
import { portLabel } from "../../../mesh/port.ts";
import { isContract, isExpectation, isProduct, named } from "../kinds.ts";
import { payloadBlobs, payloadFilesOf } from "./payloads.ts";
import { evidenceOf, readerAfter } from "./readers.ts";
import type { HeadReader } from "./readers.ts";

/** What stood at base, and those who read it and go on with what has become of it. */
export interface Origin<P extends PlacedDescriptor> {
  readonly placed: P;
  readonly readers: readonly HeadReader[];
}

/** What becomes of a contract or product. Several contracts can lead to one: by its file, and by the ports. */
export interface PassageOf<P extends PlacedDescriptor> {
  /** The first is what the descriptor itself was. */
  readonly from: readonly [Origin<P>, ...Origin<P>[]];
  /** Absent: nothing is left. */
  readonly to?: P;
  /** What stood at base still stands beside it at head, and nobody is led away from it. */
  readonly isBeside: boolean;
}

export type ContractPassage = PassageOf<PlacedContract>;
export type ProductPassage = PassageOf<PlacedProduct>;
export type Passage = ContractPassage | ProductPassage;

/**
 * Everything of contracts and products that may be another for those who read, when a change touches `pairs`. Needs no
 * documents.
 */
export function passagesOf(head: World, base: World, touched: readonly Paired[]): readonly Passage[] {
  const pairs = touched.filter((pair) => isPromise(head, pair.head) || isPromise(base, pair.base));
  const contracts = contractPassages(head, base, pairs);
  const products = pairs.flatMap((pair) => productPassage(head, base, pair) ?? []);
  return [...contracts, ...products];
}

function isPromise(world: World, placed: PlacedDescriptor | undefined): boolean {
  return placed !== undefined && !isExpectation(world, placed);
}

/** Contracts that the change leaves alone while it touches a schema of what they send. */
export function withTouchedPayloads(head: World, touched: ReadonlySet<RepoPath>): readonly Paired[] {
  const named = [...head.mesh.contracts.values()].flat().filter(({ outline }) => outline.payloads !== undefined);
  return named
    .filter((placed) => !touched.has(placed.file) && payloadFilesOf(placed).some((file) => touched.has(file)))
    .map((placed) => ({ head: placed, base: placed }));
}

/** What has to be read to compare: both sides, schemas of what they send, their past, and what readers say of themselves. */
export function blobsToCompare(head: World, base: World | undefined, passages: readonly Passage[]): readonly BlobId[] {
  return passages.flatMap(({ from, to }) => [
    ...(to === undefined ? [] : blobsOf(head, to)),
    ...from.flatMap(({ placed, readers }) => [
      ...(base === undefined ? [] : blobsOf(base, placed)),
      ...(base?.past(placed).flatMap(({ blob }) => blob ?? []) ?? []),
      ...readers.flatMap((reader) => evidenceBlobs(head, base, reader)),
    ]),
  ]);
}

function evidenceBlobs(head: World, base: World | undefined, reader: HeadReader): readonly BlobId[] {
  const before = reader.isLeaving ? reader : reader.former;
  const then = base === undefined || before === undefined ? [] : evidenceOf(base, before);
  return [...(reader.isLeaving ? [] : evidenceOf(head, reader)), ...then].map(({ blob }) => blob);
}

function blobsOf(world: World, placed: PlacedDescriptor): readonly BlobId[] {
  return [placed.blob, ...(isContract(placed) ? payloadBlobs(world, placed) : [])];
}

/** While passages are looked for: by what is left, or by what is gone. */
interface Open {
  readonly to: PlacedContract | undefined;
  readonly from: Map<PlacedContract, HeadReader[]>;
}

function contractPassages(head: World, base: World, pairs: readonly Paired[]): readonly ContractPassage[] {
  const open = new Map<PlacedContract, Open>();
  const toldByPort = new Set<PlacedContract>();
  const add = (before: PlacedContract, after: PlacedContract | undefined, readers: readonly HeadReader[]): void => {
    const passage = open.get(after ?? before) ?? { to: after, from: new Map<PlacedContract, HeadReader[]>() };
    passage.from.set(before, [...(passage.from.get(before) ?? []), ...readers]);
    open.set(after ?? before, passage);
  };
  for (const { head: after, base: former, forerunner } of pairs) {
    const before = former ?? forerunner;
    if (before === undefined || !isContract(before) || (after !== undefined && !isContract(after))) continue;
    // The same one on both sides is here for the schemas of what it sends.
    const isOther = after === before || (after !== undefined && !isSameDocument(before, after));
    if (after === undefined || (after.summary.id === before.summary.id && isOther)) add(before, after, []);
  }
  for (const { port, readers, before, after } of productsAround(base, pairs).flatMap((id) => portsOf(head, base, id))) {
    const then = contractOf(base, port)?.contract;
    if (then === undefined) continue;
    for (const { reader, contract } of newlyLed(head, base, readers, then)) add(then, contract, [reader]);
    if (before.summary.id !== after?.product.summary.id) {
      // The port is gone, and its product tells whom that hits.
      toldByPort.add(then);
      continue;
    }
    const now = contractOf(head, after.port)?.contract;
    if (now === undefined || !isSameDocument(then, now) || open.has(now)) add(then, now, readers);
  }
  for (const placed of toldByPort) {
    const passage = open.get(placed);
    if (passage !== undefined && passage.to === undefined && passage.from.get(placed)?.length === 0)
      open.delete(placed);
  }
  const found = [...open.values()];
  const led = new Set(found.flatMap(({ to, from }) => (to === undefined ? [] : [...from.keys()])));
  return found
    .filter(({ to, from }) => to !== undefined || ![...from.keys()].every((placed) => led.has(placed)))
    .map(({ to, from }) => closed(head, to, from))
    .sort((one, other) => compareText(placeOf(one), placeOf(other)));
}

/** Contracts that readers come to besides, who name so many versions that a new port is one of them. */
function newlyLed(
  head: World,
  base: World,
  readers: readonly HeadReader[],
  then: PlacedContract,
): readonly { readonly reader: HeadReader; readonly contract: PlacedContract }[] {
  return readers.flatMap((reader) => {
    const { edge, node, leadsTo } = reader;
    if (named(base.mesh, edge.to.kind, edge.to.id) !== node || leadsTo.length < 2) return [];
    const known = new Set(
      base.mesh.links(node).edges.map(({ from }) => JSON.stringify([from.id, portLabel(from.port)])),
    );
    return leadsTo.flatMap(({ from }) => {
      const contract = contractOf(head, from.port)?.contract;
      const isNew = !known.has(JSON.stringify([from.id, portLabel(from.port)]));
      return isNew && contract !== undefined && contract !== then && !isSameDocument(contract, then)
        ? [{ reader, contract }]
        : [];
    });
  });
}

function closed(
  head: World,
  to: PlacedContract | undefined,
  from: ReadonlyMap<PlacedContract, readonly HeadReader[]>,
): ContractPassage {
  const [first, ...others] = [...from].map(([placed, readers]) => ({ placed, readers }));
  if (first === undefined) throw new Error("a passage starts somewhere");
  const { placed } = first;
  const stands =
    to !== placed && head.all("contract", placed.summary.id).some((one) => one !== to && isSameDocument(one, placed));
  const isBeside = stands && [first, ...others].every(({ readers }) => readers.length === 0);
  return { from: [first, ...others], ...(to && { to }), isBeside };
}

function productPassage(head: World, base: World, { base: before, head: after }: Paired): ProductPassage | undefined {
  if (before === undefined || !isProduct(before)) return undefined;
  if (after !== undefined && (!isProduct(after) || isSameDocument(before, after))) return undefined;
  const readers = portsOf(head, base, before.summary.id).flatMap((port) => port.readers);
  return { from: [{ placed: before, readers }], ...(after && { to: after }), isBeside: false };
}

/** Ids of the products that are judged, and of those that publish a contract that is. */
function productsAround(base: World, pairs: readonly Paired[]): readonly string[] {
  const judged = pairs.flatMap(({ head, base: then, forerunner }) => [head, then, forerunner]);
  const ids = judged.flatMap((placed) => {
    if (placed === undefined) return [];
    if (isProduct(placed)) return [placed.summary.id];
    return isContract(placed) ? base.mesh.exposing(placed.summary.id).map(({ summary }) => summary.id) : [];
  });
  return [...new Set(ids)];
}

/** An output port of base, what became of it, and those who read it and have not gone elsewhere. */
interface PortPassage {
  readonly port: OutputPort;
  readonly readers: readonly HeadReader[];
  readonly before: PlacedProduct;
  readonly after?: { readonly product: PlacedProduct; readonly port: OutputPort };
}

function portsOf(head: World, base: World, id: string): readonly PortPassage[] {
  const before = base.mesh.products.get(id);
  if (before === undefined) return [];
  const product = head.mesh.products.get(id);
  const edges = base.mesh.outgoing(id);
  return before.summary.outputPorts.map((port) => {
    const successor = product && successorOf(port, before.summary.outputPorts, product.summary.outputPorts);
    const readers = edges
      .filter(({ from }) => from.port === port)
      .flatMap((edge) => readerAfter(head, base, edge, (reader) => hasLeft(reader, successor)) ?? []);
    return { port, readers, before, ...(product && successor && { after: { product, port: successor } }) };
  });
}

/** Whether a reader reads another port by now. One whose port is gone has left when it names another version itself. */
function hasLeft({ edge, port, leadsTo }: HeadReader, successor: OutputPort | undefined): boolean {
  if (leadsTo.length === 0) return false;
  if (successor !== undefined) return !leadsTo.some(({ from }) => from.port === successor);
  return port.version !== edge.to.port.version && leadsTo.some(isClose);
}

function isClose({ tier }: Edge): boolean {
  return tier !== "id-only";
}

/**
 * A port goes on as long as its name and its contract stay: in its own line of versions, or else in one that is new. What
 * stood beside it before is not what it goes on as.
 */
export function successorOf(
  port: OutputPort,
  before: readonly OutputPort[],
  after: readonly OutputPort[],
): OutputPort | undefined {
  const isAlike = ({ name, contractId }: OutputPort): boolean => name === port.name && contractId === port.contractId;
  const alike = after.filter(isAlike);
  const beside = new Set(before.filter((one) => one !== port && isAlike(one)).map(({ version }) => version));
  const found = closest(
    alike.filter(({ version }) => version === port.version || !beside.has(version)),
    ({ version }) => tierOf(versionOf(port.version), versionOf(version)),
  );
  return alike.find(({ version }) => version === port.version) ?? found?.matches[0];
}

function versionOf(version: string | undefined): ReturnType<typeof readVersion> | undefined {
  return version === undefined ? undefined : readVersion(version);
}

function isSameDocument(one: PlacedDescriptor, other: PlacedDescriptor): boolean {
  return one.blob === other.blob && one.index === other.index;
}

function placeOf({ from: [{ placed }], to }: Passage): string {
  const { file, index } = to ?? placed;
  return JSON.stringify([placed.summary.id, placed.summary.version ?? "", file, index]);
}
