import type { ContractForm } from "../../../compat/form/contract.ts";
import { contractForm } from "../../../compat/form/read.ts";
import { derivedUse } from "../../../compat/readers/derived.ts";
import type { Reader } from "../../../compat/readers/settle.ts";
import { EVERYTHING, listedUse } from "../../../compat/readers/use.ts";
import type { Use } from "../../../compat/readers/use.ts";
import { portLabel } from "../../../mesh/port.ts";
import type { InputPort } from "../../../model/descriptor.ts";
import type { Edge, PlacedContract, PlacedNode } from "../../../model/mesh.ts";
import { contractOf } from "../../../policy/facts/ports.ts";
import type { World } from "../../../policy/facts/world.ts";
import { isProduct, named } from "../kinds.ts";

/** An input port as a tree declares it. */
interface Declared {
  readonly node: PlacedNode;
  readonly port: InputPort;
}

/** An input port that read at base, and what it is at head. */
export interface HeadReader extends Declared {
  readonly edge: Edge;
  /** The output ports that it leads to at head. */
  readonly leadsTo: readonly Edge[];
  /** As it was at base, where the change is none of its own: nobody declares for another domain what it needs. */
  readonly former?: Declared;
  /** It reads this no more, by a change that is none of its own. */
  readonly isLeaving?: true;
}

/**
 * Who still reads at head what an edge of base reads; undefined where the reader is gone, or reads another contract by
 * now: what it needed before is nobody's concern.
 */
export function readerAtHead(head: World, edge: Edge): HeadReader | undefined {
  const { id, kind, port: former } = edge.to;
  const node = named(head.mesh, kind, id);
  const ports = node?.summary.inputPorts.filter(({ contractId }) => contractId === former.contractId) ?? [];
  const port = ports.find(({ name }) => name === former.name) ?? ports[0];
  if (node === undefined || port === undefined) return undefined;
  const leadsTo = head.mesh.links(node).edges.filter(({ to }) => to.port === port);
  return { edge, node, port, leadsTo };
}

/**
 * The reader of an edge of base when `hasLeft` says whether it went elsewhere. A reader of the domain that publishes may
 * change with it. One of another domain is asked by what it declared at base, as long as it has not changed by itself:
 * its own file is as little in the hands of this change as the rules are.
 */
export function readerAfter(
  head: World,
  base: World,
  edge: Edge,
  hasLeft: (reader: HeadReader) => boolean,
): HeadReader | undefined {
  const found = readerAtHead(head, edge);
  const left = found === undefined || hasLeft(found);
  const then = named(base.mesh, edge.to.kind, edge.to.id);
  const publisher = base.mesh.products.get(edge.from.id);
  if (then === undefined || (then.domain !== undefined && then.domain === publisher?.domain))
    return left ? undefined : found;
  const former = { node: then, port: edge.to.port };
  if (left) return { ...former, edge, leadsTo: [], isLeaving: true };
  return isAsBefore(head, base, found, former) ? found : { ...found, former };
}

function isAsBefore(head: World, base: World, now: Declared, then: Declared): boolean {
  if (now.node !== then.node) return false;
  const [mine, theirs] = [evidenceOf(head, now), evidenceOf(base, then)];
  return mine.length === theirs.length && mine.every((one, index) => one === theirs[index]);
}

/** Contracts that have to be opened to tell what a reader reads: its expectation, else its own contracts. */
export function evidenceOf(world: World, { node, port }: Declared): readonly PlacedContract[] {
  if (port.expects !== undefined) return [world.contractAt(port.expects) ?? []].flat();
  return port.uses === undefined ? ownContracts(world, node) : [];
}

/** A reader of `contract`, as it was before the change: what the change takes away is still known by it. */
export function readerOf(head: World, base: World, reader: HeadReader, contract: ContractForm | undefined): Reader {
  const { edge, node, port, former, isLeaving } = reader;
  return {
    consumer: node.summary.id,
    kind: edge.to.kind,
    domain: node.domain ?? "",
    owners: node.owners,
    input: port.name,
    port: portLabel(edge.from.port),
    pin: port.version ?? "",
    use: useOf(isLeaving ? base : head, reader, contract),
    ...(former && { former: useOf(base, former, contract) }),
    ...(isLeaving && { isLeaving }),
    isAmbiguous: edge.ambiguous,
  };
}

/** The strongest of what says what a reader reads. */
function useOf(world: World, { node, port }: Declared, contract: ContractForm | undefined): Use {
  const expected = port.expects === undefined ? undefined : world.contractAt(port.expects);
  const enums = port.enumHandling === undefined ? {} : { enums: port.enumHandling };
  if (expected !== undefined) {
    const expectation = contractForm(world.open(expected).value);
    return { evidence: "expectation", isComplete: true, expectation, ...enums };
  }
  if (port.uses !== undefined) return { ...listedUse(port.uses), ...enums };
  const documents = ownContracts(world, node).map((placed) => world.open(placed).value);
  return { ...((contract && derivedUse(documents, contract)) ?? EVERYTHING), ...enums };
}

/** Whoever is no product has no contracts that could tell. */
function ownContracts(world: World, node: PlacedNode): readonly PlacedContract[] {
  return isProduct(node) ? node.summary.outputPorts.flatMap((port) => contractOf(world, port)?.contract ?? []) : [];
}
