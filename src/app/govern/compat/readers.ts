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

/** An input port that read at base, as it is at head. */
export interface HeadReader {
  readonly edge: Edge;
  readonly node: PlacedNode;
  readonly port: InputPort;
  /** The output ports that it leads to at head. */
  readonly leadsTo: readonly Edge[];
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

/** Contracts that have to be opened to tell what a reader reads: its expectation, else its own contracts. */
export function evidenceOf(head: World, { node, port }: HeadReader): readonly PlacedContract[] {
  if (port.expects !== undefined) return [head.contractAt(port.expects) ?? []].flat();
  return port.uses === undefined ? ownContracts(head, node) : [];
}

/** A reader of `contract`, as it was before the change: what the change takes away is still known by it. */
export function readerOf(head: World, reader: HeadReader, contract: ContractForm | undefined): Reader {
  const { edge, node, port } = reader;
  return {
    consumer: node.summary.id,
    kind: edge.to.kind,
    domain: node.domain ?? "",
    owners: node.owners,
    input: port.name,
    port: portLabel(edge.from.port),
    pin: port.version ?? "",
    use: useOf(head, reader, contract),
    isAmbiguous: edge.ambiguous,
  };
}

/** The strongest of what says what a reader reads. */
function useOf(head: World, { node, port }: HeadReader, contract: ContractForm | undefined): Use {
  const expected = port.expects === undefined ? undefined : head.contractAt(port.expects);
  const enums = port.enumHandling === undefined ? {} : { enums: port.enumHandling };
  if (expected !== undefined) {
    const expectation = contractForm(head.open(expected).value);
    return { evidence: "expectation", isComplete: true, expectation, ...enums };
  }
  if (port.uses !== undefined) return { ...listedUse(port.uses), ...enums };
  const documents = ownContracts(head, node).map((placed) => head.open(placed).value);
  return { ...((contract && derivedUse(documents, contract)) ?? EVERYTHING), ...enums };
}

/** Whoever is no product has no contracts that could tell. */
function ownContracts(head: World, node: PlacedNode): readonly PlacedContract[] {
  return isProduct(node) ? node.summary.outputPorts.flatMap((port) => contractOf(head, port)?.contract ?? []) : [];
}
