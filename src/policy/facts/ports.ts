import { list, own } from "../../model/json.ts";
import type { Json, JsonObject, JsonPath } from "../../model/json.ts";
import type { InputPort, OutputPort } from "../../model/descriptor.ts";
import type { Edge, PlacedNode, PlacedProduct } from "../../model/mesh.ts";
import { mostSensitive } from "./classification.ts";
import { customOf, facts, mountCustom } from "./custom.ts";
import { fieldsOf, plain, reads } from "./fields.ts";
import type { FiledDocument, Mounts } from "./locator.ts";
import type { World } from "./world.ts";

/** `inputPorts` of a product or consumer, each with what it is linked to. */
export function inputPorts(
  world: World,
  placed: PlacedNode,
  source: FiledDocument,
  mounts: Mounts,
  root: JsonPath,
): Json[] {
  const edges = world.mesh.incoming.get(placed.summary.id) ?? [];
  const nodes = list(own(source.document.value, "inputPorts"));
  return placed.summary.inputPorts.map((port, index) => {
    const node = nodes[index];
    mountCustom(mounts, [...root, "inputPorts", index], source, node, ["inputPorts", index]);
    const own = edges.filter((edge) => sameInput(edge.to.port, port));
    return facts(node as JsonObject, {
      custom: customOf(node),
      ...(port.uses && { uses: [...port.uses] }),
      resolution: resolution(world, placed, port, own),
      upstreams: own.map((edge) => upstream(world, edge)),
    });
  });
}

/** Ports are the objects of the summary the mesh was built from; equal places mean the same port. */
function sameInput(one: InputPort, other: InputPort): boolean {
  return (
    one === other || (one.name === other.name && one.version === other.version && one.range.line === other.range.line)
  );
}

function resolution(world: World, placed: PlacedNode, port: InputPort, edges: readonly Edge[]): string {
  const unlinked = world.unlinked(placed.summary.id).find((input) => sameInput(input.to.port, port));
  if (unlinked !== undefined) return unlinked.reason;
  if (edges.some((edge) => edge.ambiguous)) return "ambiguous";
  return edges[0]?.tier ?? "dangling";
}

function upstream(world: World, edge: Edge): Json {
  const product = world.mesh.products.get(edge.from.id);
  const found = contractOf(world, edge.from.port);
  const fields = found ? fieldsOf(world.open(found.contract)) : [];
  const uses = edge.to.port.uses;
  const read = uses ? fields.filter((field) => uses.some((used) => reads(used, field.path))) : fields;
  const objects = new Set(fields.map((field) => field.object));
  const known = new Set(fields.map((field) => plain(field.path)));
  const unknownUses = found && uses ? uses.filter((used) => !objects.has(used) && !known.has(plain(used))) : [];
  return facts({
    product: edge.from.id,
    port: edge.from.port.name,
    version: edge.from.port.version,
    tier: edge.tier,
    domain: product?.domain,
    status: product && statusOf(product.summary.status),
    deprecated: edge.from.port.deprecated || product?.summary.deprecated === true,
    class: product?.summary.class,
    classification: classificationOf(
      world,
      read.map((field) => field.node),
    ),
    unknownUses,
  });
}

/** `outputPorts` of a product, each with the contract that governs it. */
export function outputPorts(
  world: World,
  placed: PlacedProduct,
  source: FiledDocument,
  mounts: Mounts,
  root: JsonPath,
): Json[] {
  const nodes = list(own(source.document.value, "outputPorts"));
  return placed.summary.outputPorts.map((port, index) => {
    const node = nodes[index];
    mountCustom(mounts, [...root, "outputPorts", index], source, node, ["outputPorts", index]);
    const found = contractOf(world, port);
    return facts(node as JsonObject, {
      custom: customOf(node),
      interfaceClass: port.interfaceClass,
      contractResolution: port.contractId === undefined ? "none" : (found?.tier ?? "missing"),
      contract:
        found &&
        facts({
          id: found.contract.summary.id,
          version: found.contract.summary.version,
          status: statusOf(found.contract.summary.status),
          file: found.contract.file,
          classification: contractClassification(world, port),
        }),
    });
  });
}

export function contractOf(world: World, port: OutputPort): ReturnType<World["contract"]> {
  return port.contractId === undefined ? undefined : world.contract(port.contractId, port.version);
}

/** The most sensitive classification of what an output port hands out. */
export function contractClassification(world: World, port: OutputPort): string | undefined {
  const found = contractOf(world, port);
  return (
    found &&
    classificationOf(
      world,
      fieldsOf(world.open(found.contract)).map((field) => field.node),
    )
  );
}

function classificationOf(world: World, nodes: readonly JsonObject[]): string | undefined {
  const values = nodes.map((node) => own(node, "classification"));
  return mostSensitive(
    values.map((value) => (typeof value === "string" ? value : undefined)),
    world.guild.classifications,
  );
}

/** Status is free text in the standards; case and space carry no meaning. */
export function statusOf(status: string | undefined): string | undefined {
  return status?.trim().toLowerCase();
}
