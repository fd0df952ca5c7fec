import type { OutputPort } from "../../model/descriptor.ts";
import type { Edge, PlacedDescriptor, PlacedNode, PlacedProduct } from "../../model/mesh.ts";
import type { World } from "../../policy/facts/world.ts";
import { isContract, isProduct } from "./kinds.ts";
import { named } from "./world.ts";

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
  const parts: unknown[] = [
    self(placed),
    world.all(placed.summary.kind, placed.summary.id).map(self),
    lookalikes(world, placed),
  ];
  if (isContract(placed)) parts.push(exposure(world, placed.summary.id));
  else parts.push(inputs(world, placed, opened));
  if (isProduct(placed)) parts.push(outputs(world, placed, opened), readers(world, placed));
  return { key: JSON.stringify(parts), opened };
}

function self(placed: PlacedDescriptor): unknown {
  return [placed.file, placed.index, placed.blob, placed.domain ?? null];
}

function lookalikes(world: World, { summary }: PlacedDescriptor): readonly string[] {
  return world.lookalikes(summary.kind, summary.id);
}

/** Which products hand a contract out depends on the versions that stand beside it. */
function exposure({ mesh }: World, id: string): unknown {
  return [mesh.exposing(id), mesh.contracts.get(id)].map((placed) => placed?.map(self));
}

function inputs(world: World, placed: PlacedNode, opened: PlacedDescriptor[]): unknown {
  const { edges, unlinked } = world.mesh.links(placed);
  const position = new Map(placed.summary.inputPorts.map((port, index) => [port, index]));
  return [
    edges.map((edge) => [position.get(edge.to.port), ...upstream(world, edge, opened)]),
    unlinked.map(({ to, reason }) => [position.get(to.port), reason]),
  ];
}

function upstream(world: World, { from, tier, ambiguous }: Edge, opened: PlacedDescriptor[]): readonly unknown[] {
  const product = world.mesh.products.get(from.id);
  return [from.id, product && self(product), port(world, from.port, opened), tier, ambiguous];
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
  const edges = mesh.outgoing(placed.summary.id);
  return edges.map(({ to }) => [to.id, named(mesh, to.kind, to.id)?.domain]);
}

/**
 * Descriptors whose facts may change when `placed` comes, goes or becomes another. Wide rather than narrow: `reachOf`
 * tells which really do. Of several that share an id one stands for it in the graph, so when one of them changes the
 * others may take its place or lose theirs, and what stands around them changes too.
 */
export function neighboursOf(world: World, placed: PlacedDescriptor): readonly PlacedDescriptor[] {
  const { kind, id } = placed.summary;
  const twins = [placed, ...world.all(kind, id)];
  const alike = lookalikes(world, placed).flatMap((other) => world.all(kind, other));
  return [...twins, ...alike, ...twins.flatMap((one) => around(world, one))];
}

function around(world: World, placed: PlacedDescriptor): readonly PlacedDescriptor[] {
  if (isContract(placed)) return aroundContract(world, placed.summary.id);
  const upstreams = contractsOf(placed.summary.inputPorts).flatMap((id) => publishing(world, id));
  const published = isProduct(placed) ? contractsOf(placed.summary.outputPorts) : [];
  return [...upstreams, ...published.flatMap((id) => aroundContract(world, id))];
}

function contractsOf(ports: readonly { readonly contractId?: string }[]): readonly string[] {
  return ports.flatMap(({ contractId }) => contractId ?? []);
}

/** Who publishes a contract; all of them, because they compete for its readers. */
function publishing(world: World, id: string): readonly PlacedDescriptor[] {
  return world.mesh.exposing(id).flatMap(({ summary }) => world.all("product", summary.id));
}

function aroundContract(world: World, id: string): readonly PlacedDescriptor[] {
  return [...world.all("contract", id), ...publishing(world, id), ...world.naming(id)];
}
