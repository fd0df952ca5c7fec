import type { OutputPort } from "../../model/descriptor.ts";
import type { Edge, PlacedDescriptor, PlacedNode, PlacedProduct } from "../../model/mesh.ts";
import type { World } from "../../policy/facts/world.ts";
import { isContract, isProduct } from "./kinds.ts";

/**
 * What the facts of a descriptor are made of beside its own document: its neighbours within one hop. Facts never look
 * further, so a descriptor whose reach is equal on both sides of a change is judged equally on both.
 */
export interface Reach {
  /** Everything the facts depend on, as one text. Equal texts give equal facts. */
  readonly key: string;
  /** Descriptors whose documents the facts open. */
  readonly opened: readonly PlacedDescriptor[];
}

export function reachOf(world: World, placed: PlacedDescriptor): Reach {
  const opened: PlacedDescriptor[] = [placed];
  const parts: unknown[] = [self(placed), twins(world, placed).map(self), lookalikes(world, placed)];
  if (isContract(placed)) parts.push(exposure(world, placed.summary.id));
  else parts.push(inputs(world, placed, opened));
  if (isProduct(placed)) parts.push(outputs(world, placed, opened), readers(world, placed));
  return { key: JSON.stringify(parts), opened };
}

function self(placed: PlacedDescriptor): unknown {
  return [placed.file, placed.index, placed.blob, placed.domain ?? null];
}

function twins({ mesh }: World, { summary }: PlacedDescriptor): readonly PlacedDescriptor[] {
  return mesh.duplicates
    .flatMap(({ places }) => places)
    .filter((place) => place.summary.kind === summary.kind && place.summary.id === summary.id);
}

function lookalikes(world: World, { summary }: PlacedDescriptor): readonly string[] {
  return world.lookalikes(summary.kind, summary.id);
}

/** Which products hand a contract out depends on the versions that stand beside it. */
function exposure({ mesh }: World, id: string): unknown {
  return [mesh.exposing.get(id), mesh.contracts.get(id)].map((placed) => placed?.map(self));
}

function inputs(world: World, placed: PlacedNode, opened: PlacedDescriptor[]): unknown {
  const edges = world.mesh.incoming.get(placed.summary.id) ?? [];
  const unlinked = world.unlinked(placed.summary.id);
  return [
    edges.map((edge) => upstream(world, edge, opened)),
    unlinked.map(({ to, reason }) => [to.port.name, to.port.version, to.port.range.line, reason]),
  ];
}

function upstream(world: World, { from, to, tier, ambiguous }: Edge, opened: PlacedDescriptor[]): unknown {
  const product = world.mesh.products.get(from.id);
  return [
    [from.id, product && self(product), port(world, from.port, opened)],
    [to.port.name, to.port.version, to.port.range.line],
    [tier, ambiguous],
  ];
}

function outputs(world: World, placed: PlacedProduct, opened: PlacedDescriptor[]): unknown {
  return placed.summary.outputPorts.map((output) => port(world, output, opened));
}

function port(world: World, { name, version, contractId }: OutputPort, opened: PlacedDescriptor[]): unknown {
  const found = contractId === undefined ? undefined : world.contract(contractId, version);
  if (found !== undefined) opened.push(found.contract);
  return [name, version, found && [found.tier, self(found.contract)]];
}

function readers({ mesh }: World, placed: PlacedProduct): unknown {
  const edges = mesh.outgoing.get(placed.summary.id) ?? [];
  return edges.map(({ to }) => [to.id, (mesh.products.get(to.id) ?? mesh.consumers.get(to.id))?.domain]);
}

/** Descriptors whose facts may change when `placed` does. Wide rather than narrow: `reachOf` tells which really do. */
export function neighboursOf(world: World, placed: PlacedDescriptor): readonly PlacedDescriptor[] {
  const alike = [
    ...twins(world, placed),
    ...lookalikes(world, placed).flatMap((id) => named(world, placed.summary.kind, id)),
  ];
  if (isContract(placed)) {
    const { id } = placed.summary;
    const products = world.mesh.exposing.get(id) ?? [];
    const readers = products.flatMap((product) => readersOf(world, product));
    return [...alike, ...named(world, "contract", id), ...products, ...readers, ...world.naming(id)];
  }
  const upstreams = (world.mesh.incoming.get(placed.summary.id) ?? []).flatMap(({ from }) =>
    named(world, "product", from.id),
  );
  if (!isProduct(placed)) return [...alike, ...upstreams];
  const contracts = placed.summary.outputPorts.flatMap(({ contractId }) =>
    contractId === undefined ? [] : [contractId],
  );
  return [
    ...alike,
    ...upstreams,
    ...readersOf(world, placed),
    ...contracts.flatMap((id) => [...named(world, "contract", id), ...world.naming(id)]),
  ];
}

function readersOf(world: World, product: PlacedProduct): readonly PlacedDescriptor[] {
  return (world.mesh.outgoing.get(product.summary.id) ?? []).flatMap(({ to }) => named(world, to.kind, to.id));
}

function named({ mesh }: World, kind: PlacedDescriptor["summary"]["kind"], id: string): readonly PlacedDescriptor[] {
  if (kind === "contract") return mesh.contracts.get(id) ?? [];
  const found = kind === "product" ? mesh.products.get(id) : mesh.consumers.get(id);
  return found === undefined ? [] : [found];
}
