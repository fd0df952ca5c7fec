import type { InputPort, OutputPort } from "../../model/descriptor.ts";
import type { Edge, Mesh, PlacedDescriptor, PlacedNode, PlacedProduct } from "../../model/mesh.ts";
import type { World } from "../../policy/facts/world.ts";
import { isInCycle } from "../../policy/facts/node.ts";
import { isContract, isProduct, named } from "./kinds.ts";

/**
 * What the facts of a descriptor are made of beside its own document: its neighbours within one hop. But for those of
 * `farOf` facts never look further, so a descriptor whose reach is equal on both sides of a change is judged equally on
 * both.
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
  if (isContract(placed)) parts.push(exposure(world, placed.summary.id), contractReaders(world, placed.summary.id));
  else parts.push(inputs(world, placed, opened));
  if (isProduct(placed)) parts.push(outputs(world, placed, opened), readers(world, placed));
  return { key: JSON.stringify(parts), opened };
}

/** The facts of a descriptor that look further than one hop; for the policies that read them. */
export function farOf(world: World, placed: PlacedDescriptor): readonly unknown[] {
  const { id } = placed.summary;
  return isProduct(placed) ? [world.mesh.depth(id), isInCycle(world, id)] : [];
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
    placed.summary.inputPorts.map((port) => expectation(world, port, opened)),
  ];
}

function expectation(world: World, { expects }: InputPort, opened: PlacedDescriptor[]): unknown {
  const found = expects === undefined ? undefined : world.contractAt(expects);
  if (found !== undefined) opened.push(found);
  return found && self(found);
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
  return mesh.outgoing(placed.summary.id).map((edge) => reader(mesh, edge));
}

/** Which of these edges leave a port of the contract its exposure says. */
function contractReaders({ mesh }: World, id: string): unknown {
  return mesh.exposing(id).map(({ summary }) =>
    mesh
      .outgoing(summary.id)
      .filter(({ from }) => from.port.contractId === id)
      .map((edge) => [summary.outputPorts.indexOf(edge.from.port), ...reader(mesh, edge)]),
  );
}

function reader(mesh: Mesh, { to }: Edge): readonly unknown[] {
  return [to.kind, to.id, named(mesh, to.kind, to.id)?.domain];
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
  if (isContract(placed)) return [...aroundContract(world, placed.summary.id), ...world.expecting(placed.file)];
  const upstreams = contractsOf(placed.summary.inputPorts).flatMap((id) => [
    ...publishing(world, id),
    ...world.all("contract", id),
  ]);
  const published = isProduct(placed) ? contractsOf(placed.summary.outputPorts) : [];
  const expected = placed.outline.expects?.flatMap((file) => world.contractAt(file) ?? []) ?? [];
  return [...upstreams, ...expected, ...published.flatMap((id) => aroundContract(world, id))];
}

function contractsOf(ports: readonly { readonly contractId?: string }[]): readonly string[] {
  return ports.flatMap(({ contractId }) => contractId ?? []);
}

/** Who publishes a contract; all of them, because they compete for its readers. */
function publishing(world: World, id: string): readonly PlacedDescriptor[] {
  return world.mesh.exposing(id).flatMap(({ summary }) => world.all("product", summary.id));
}

/** The products that data of these comes to, however long the way, and those that share an id with one of them. */
export function downstreamOf(world: World, starts: readonly PlacedDescriptor[]): readonly PlacedDescriptor[] {
  const ids = new Set(starts.filter(isProduct).map(({ summary }) => summary.id));
  for (const id of ids) {
    for (const { to } of world.mesh.outgoing(id)) if (to.kind === "product") ids.add(to.id);
  }
  return [...ids].flatMap((id) => world.all("product", id));
}

function aroundContract(world: World, id: string): readonly PlacedDescriptor[] {
  return [...world.all("contract", id), ...publishing(world, id), ...world.naming(id)];
}
