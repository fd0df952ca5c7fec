import { plain, whole } from "../../model/use.ts";
import type { SourceDocument } from "../../model/document.ts";
import { list, own, text } from "../../model/json.ts";
import type { Json, JsonObject, JsonPath } from "../../model/json.ts";
import type { InputPort, OutputPort } from "../../model/descriptor.ts";
import type { Edge, PlacedContract, PlacedNode, PlacedProduct, UnlinkedInput } from "../../model/mesh.ts";
import { mostSensitive } from "./classification.ts";
import { customOf, facts, mountCustom } from "./custom.ts";
import { deprecatedObjectsOf, fieldsOf, objectsOf, readsField } from "./fields.ts";
import type { Field } from "./fields.ts";
import type { FiledDocument, Mounts } from "./locator.ts";
import { slaInShort } from "./sla.ts";
import type { World } from "./world.ts";

/** `inputPorts` of a product or consumer, each with what it is linked to. */
export function inputPorts(
  world: World,
  placed: PlacedNode,
  source: FiledDocument,
  mounts: Mounts,
  root: JsonPath,
): Json[] {
  const { edges, unlinked } = world.mesh.links(placed);
  const nodes = list(own(source.document.value, "inputPorts"));
  return placed.summary.inputPorts.map((port, index) => {
    const node = nodes[index];
    mountCustom(mounts, [...root, "inputPorts", index], source, node, ["inputPorts", index]);
    const linked = edges.filter(({ to }) => to.port === port);
    mountUses(mounts, [...root, "inputPorts", index], source, node, index, linked.length);
    return facts(node as JsonObject, {
      custom: customOf(node),
      ...(port.uses && { uses: [...port.uses] }),
      reads: readNames(world, port, linked),
      expectation: expectationOf(world, port),
      resolution: resolution(
        unlinked.find(({ to }) => to.port === port),
        linked,
      ),
      published: linked.map((edge) => publishedAs(world, edge)),
      upstreams: linked.map((edge) => upstream(world, edge)),
    });
  });
}

/** The uses of every upstream stand where the port lists them. */
function mountUses(
  mounts: Mounts,
  port: JsonPath,
  source: FiledDocument,
  node: Json | undefined,
  index: number,
  upstreams: number,
): void {
  const entries = list(own(node, "customProperties"));
  const entry = entries.findIndex((custom) => own(custom, "property") === "meshgate.uses");
  if (entry < 0) return;
  const uses: JsonPath = ["inputPorts", index, "customProperties", entry, "value"];
  mounts.mount([...port, "uses"], source, uses);
  for (const use of list(own(entries[entry], "value")).keys()) {
    for (let edge = 0; edge < upstreams; edge += 1)
      mounts.mount([...port, "upstreams", edge, "uses", use, "field"], source, [...uses, use]);
  }
}

function expectationOf(world: World, { expects }: InputPort): string | undefined {
  if (expects === undefined) return undefined;
  return world.contractAt(expects) === undefined ? "missing" : "found";
}

function resolution(unlinked: UnlinkedInput | undefined, edges: readonly Edge[]): string {
  if (unlinked !== undefined) return unlinked.reason;
  if (edges.some((edge) => edge.ambiguous)) return "ambiguous";
  return edges[0]?.tier ?? "dangling";
}

/** The contract counts as well as the port, so its version is told where it is another one. */
function publishedAs(world: World, { from: { id, port } }: Edge): string {
  const version = contractOf(world, port)?.contract.summary.version;
  const own = port.version === undefined ? "without a version" : `version ${port.version}`;
  const other = version === undefined || version === port.version ? "" : ` (contract ${version})`;
  return `${id} port ${port.name} ${own}${other}`;
}

function upstream(world: World, edge: Edge): Json {
  const product = world.mesh.products.get(edge.from.id);
  const fields = readFields(world, edge);
  const contract = contractRead(world, edge);
  return facts({
    product: edge.from.id,
    port: edge.from.port.name,
    version: edge.from.port.version,
    tier: edge.tier,
    domain: product?.domain,
    status: product && statusOf(product.summary.status),
    deprecated: isEnding(world, edge),
    class: product?.summary.class,
    classification: classificationOf(
      world,
      fields.map(({ node }) => node),
    ),
    unclassified: unclassifiedIn(world, fields),
    sla: contract && slaInShort(contract),
    uses: declaredUses(world, edge),
    unmet: unmetBy(world, edge),
  });
}

function contractRead(world: World, edge: Edge): SourceDocument | undefined {
  const found = contractOf(world, edge.from.port);
  return found && world.open(found.contract);
}

/** The fields that an edge reads: those that are declared, else all. */
function readFields(world: World, edge: Edge): readonly Field[] {
  const contract = contractRead(world, edge);
  const fields = contract === undefined ? [] : fieldsOf(contract);
  const { uses } = edge.to.port;
  return uses === undefined ? fields : fields.filter((field) => uses.some((used) => readsField(used, field)));
}

/** Fields that neither have a classification of the guild nor stand below one that has. */
function unclassifiedIn({ guild }: World, fields: readonly Field[]): string[] {
  const isClassified = ({ node }: Field): boolean =>
    guild.classifications.includes(text(own(node, "classification")) ?? "");
  const classified = new Set(fields.filter(isClassified).map(({ path }) => plain(path)));
  const isCovered = (path: string): boolean => {
    const names = plain(path).split(".");
    return names.some((_, index) => classified.has(names.slice(0, index + 1).join(".")));
  };
  return fields.filter(({ leaf, path }) => leaf && !isCovered(path)).map(({ path }) => path);
}

/** What the reader's own contract asks for and does not get; nothing where it has none. */
function unmetBy(world: World, { from, to }: Edge): Json[] {
  const expectation = to.port.expects === undefined ? undefined : world.contractAt(to.port.expects);
  const offered = contractOf(world, from.port)?.contract;
  if (expectation === undefined || offered === undefined) return [];
  return world.unmet(expectation, offered).map(({ path, message }) => ({ path, message }));
}

/** The uses that a port declares of what it reads. Nothing is unknown in a contract that cannot be found. */
function declaredUses(world: World, edge: Edge): Json[] {
  const { from, to } = edge;
  const contract = contractRead(world, edge);
  const fields = contract === undefined ? [] : fieldsOf(contract);
  const pathsOf = ({ path, paths = [path] }: Field): readonly string[] => paths.map(plain);
  const known = contract && new Set([...objectsOf(contract), ...fields.flatMap(pathsOf)]);
  const deprecated = fields.filter((field) => field.deprecated).flatMap(pathsOf);
  const ending = new Set([...(contract ? deprecatedObjectsOf(contract) : []), ...deprecated]);
  const byPath = new Map(fields.flatMap((field) => pathsOf(field).map((path) => [path, field] as const)));
  return (to.port.uses ?? []).map((field) =>
    facts({
      field,
      known: field === "*" || (known?.has(whole(field)) ?? true),
      deprecated: ending.has(whole(field)),
      product: from.id,
      port: from.port.name,
      contract: from.port.contractId,
      within: namesAround(whole(field), byPath.get(whole(field))),
    }),
  );
}

/** What a port reads, by names without marks: what it declares, else the objects of the contracts; `*` where unknown. */
function readNames(world: World, { uses }: InputPort, edges: readonly Edge[]): string[] {
  if (uses !== undefined) return uses.map(whole);
  const contracts = edges.map((edge) => contractRead(world, edge));
  if (contracts.length === 0 || contracts.includes(undefined)) return ["*"];
  return [...new Set(contracts.flatMap((contract) => (contract ? objectsOf(contract) : [])))];
}

/** A used path and all that it stands in, by every name of the field: whoever reads one of them reads the field. */
function namesAround(used: string, field: Field | undefined): string[] {
  const paths = [used, ...(field?.paths ?? []).map(plain)];
  const steps = paths.map((path) => path.split("."));
  const around = steps.flatMap((names) => names.map((_, index) => names.slice(0, index + 1).join(".")));
  return [...new Set(["*", ...around])];
}

/** `outputPorts` of a product, each with the contract that governs it and how sensitive the inputs are that feed it. */
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
      contract: found && contractFacts(world, found.contract, port),
      inputClassification: inputClassification(world, placed, port),
    });
  });
}

function contractFacts(world: World, contract: PlacedContract, port: OutputPort): Json {
  const { summary, file } = contract;
  const { id, version, status } = summary;
  return facts({
    id,
    version,
    status: statusOf(status),
    file,
    classification: contractClassification(world, port),
    sla: slaInShort(world.open(contract)),
  });
}

/** The most sensitive of what feeds the port: all inputs, or those that `inputContracts` names by contract, see `OutputPort`. */
function inputClassification(world: World, placed: PlacedProduct, port: OutputPort): string | undefined {
  const named = new Set(port.inputContracts.map(({ id }) => id));
  const feeding = world.mesh
    .links(placed)
    .edges.filter(({ to }) => named.size === 0 || named.has(to.port.contractId ?? ""));
  return mostSensitive(
    feeding.map((edge) =>
      classificationOf(
        world,
        readFields(world, edge).map(({ node }) => node),
      ),
    ),
    world.guild.classifications,
  );
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

/** Whether the product says of what is read that it ends, or its port, or the contract behind that. */
function isEnding(world: World, { from: { id, port } }: Edge): boolean {
  const product = world.mesh.products.get(id);
  const contract = contractOf(world, port)?.contract;
  return (
    port.deprecated ||
    (product !== undefined && isDeprecated(product)) ||
    ["deprecated", "retired"].includes(statusOf(contract?.summary.status) ?? "")
  );
}

/** A product says it by its own flag or by its status. */
function isDeprecated({ summary }: PlacedProduct): boolean {
  return summary.deprecated || statusOf(summary.status) === "deprecated";
}

/** Status is free text in the standards; case and space carry no meaning. */
export function statusOf(status: string | undefined): string | undefined {
  return status?.trim().toLowerCase();
}
