import { closest, readVersion, tierOf } from "../../../mesh/version.ts";
import type { OutputPort } from "../../../model/descriptor.ts";
import type { Edge, PlacedContract, PlacedDescriptor, PlacedProduct } from "../../../model/mesh.ts";
import { compareText } from "../../../model/order.ts";
import { contractOf } from "../../../policy/facts/ports.ts";
import type { World } from "../../../policy/facts/world.ts";
import { isContract, isProduct } from "../kinds.ts";
import type { Subject } from "../plan.ts";
import { evidenceOf, readerAtHead } from "./readers.ts";
import type { HeadReader } from "./readers.ts";

/** What stood at base, and those who read it and go on with what has become of it. */
export interface Origin<P extends PlacedDescriptor> {
  readonly placed: P;
  readonly readers: readonly HeadReader[];
}

/** What becomes of a contract or product. Several contracts can lead to one: by its file, and by the ports. */
export interface Passage<P extends PlacedDescriptor = PlacedContract | PlacedProduct> {
  /** The first is what the descriptor itself was. */
  readonly from: readonly [Origin<P>, ...Origin<P>[]];
  /** Absent: nothing is left. */
  readonly to?: P;
  /** What stood at base still stands beside it at head, and nobody is led away from it. */
  readonly isBeside: boolean;
}

/** Everything of contracts and products that may be another for those who read. Needs no documents. */
export function passagesOf(head: World, base: World, subjects: readonly Subject[]): readonly Passage[] {
  const contracts = contractPassages(head, base, subjects);
  const products = subjects.flatMap((subject) => productPassage(head, base, subject) ?? []);
  return [...contracts, ...products];
}

/** The descriptors that have to be opened to compare. */
export function openedFor(head: World, passages: readonly Passage[]): readonly PlacedDescriptor[] {
  return passages.flatMap(({ from, to }) => [
    ...(to === undefined ? [] : [to]),
    ...from.flatMap(({ placed, readers }) => [placed, ...readers.flatMap((reader) => evidenceOf(head, reader))]),
  ]);
}

/** While passages are looked for: by what is left, or by what is gone. */
interface Open {
  readonly to: PlacedContract | undefined;
  readonly from: Map<PlacedContract, HeadReader[]>;
}

function contractPassages(head: World, base: World, subjects: readonly Subject[]): readonly Passage<PlacedContract>[] {
  const open = new Map<PlacedContract, Open>();
  const add = (before: PlacedContract, after: PlacedContract | undefined, readers: readonly HeadReader[]): void => {
    const passage = open.get(after ?? before) ?? { to: after, from: new Map<PlacedContract, HeadReader[]>() };
    passage.from.set(before, [...(passage.from.get(before) ?? []), ...readers]);
    open.set(after ?? before, passage);
  };
  for (const { head: now, base: then, forerunner } of subjects) {
    const before = then?.placed ?? forerunner;
    const after = now?.placed;
    if (before === undefined || !isContract(before) || (after !== undefined && !isContract(after))) continue;
    if (after === undefined || (after.summary.id === before.summary.id && !isSameDocument(before, after)))
      add(before, after, []);
  }
  for (const { port, readers, before, after } of subjects.flatMap((subject) => portsOf(head, base, subject))) {
    const then = contractOf(base, port)?.contract;
    if (then === undefined || before.summary.id !== after?.product.summary.id) continue;
    const now = contractOf(head, after.port)?.contract;
    if (now === undefined || !isSameDocument(then, now)) add(then, now, readers);
  }
  const found = [...open.values()];
  const led = new Set(found.flatMap(({ to, from }) => (to === undefined ? [] : [...from.keys()])));
  return found
    .filter(({ to, from }) => to !== undefined || ![...from.keys()].every((placed) => led.has(placed)))
    .map(({ to, from }) => closed(head, to, from))
    .sort((one, other) => compareText(placeOf(one), placeOf(other)));
}

function closed(
  head: World,
  to: PlacedContract | undefined,
  from: ReadonlyMap<PlacedContract, readonly HeadReader[]>,
): Passage<PlacedContract> {
  const [first, ...others] = [...from].map(([placed, readers]) => ({ placed, readers }));
  if (first === undefined) throw new Error("a passage starts somewhere");
  const { placed } = first;
  const stands = head.all("contract", placed.summary.id).some((one) => one !== to && isSameDocument(one, placed));
  const isBeside = stands && [first, ...others].every(({ readers }) => readers.length === 0);
  return { from: [first, ...others], ...(to && { to }), isBeside };
}

function productPassage(head: World, base: World, subject: Subject): Passage<PlacedProduct> | undefined {
  const [before, after] = [subject.base?.placed, subject.head?.placed];
  if (!subject.touched || before === undefined || !isProduct(before)) return undefined;
  if (after !== undefined && (!isProduct(after) || isSameDocument(before, after))) return undefined;
  const readers = portsOf(head, base, subject).flatMap((port) => port.readers);
  return { from: [{ placed: before, readers }], ...(after && { to: after }), isBeside: false };
}

/** An output port of base, what became of it, and those who read it and have not gone elsewhere. */
interface PortPassage {
  readonly port: OutputPort;
  readonly readers: readonly HeadReader[];
  readonly before: PlacedProduct;
  readonly after?: { readonly product: PlacedProduct; readonly port: OutputPort };
}

function portsOf(head: World, base: World, subject: Subject): readonly PortPassage[] {
  const placed = subject.base?.placed ?? subject.head?.placed;
  const id = placed !== undefined && isProduct(placed) ? placed.summary.id : undefined;
  const before = id === undefined ? undefined : base.mesh.products.get(id);
  if (id === undefined || before === undefined) return [];
  const product = head.mesh.products.get(id);
  const edges = base.mesh.outgoing(id);
  return before.summary.outputPorts.map((port) => {
    const successor = product && successorOf(port, product.summary.outputPorts);
    const readers = edges
      .filter(({ from }) => from.port === port)
      .flatMap((edge) => readerAtHead(head, edge) ?? [])
      .filter((reader) => !hasLeft(reader, successor));
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

function isSameDocument(one: PlacedDescriptor, other: PlacedDescriptor): boolean {
  return one.blob === other.blob && one.index === other.index;
}

function placeOf({ from: [{ placed }], to }: Passage): string {
  const { file, index } = to ?? placed;
  return JSON.stringify([placed.summary.id, placed.summary.version ?? "", file, index]);
}
