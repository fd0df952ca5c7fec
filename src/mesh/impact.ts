import type { InputPort, OutputPort } from "../model/descriptor.ts";
import { failure } from "../model/failure.ts";
import type { Failure } from "../model/failure.ts";
import type { DirectReader, Effect, Impact, ImpactTarget } from "../model/impact.ts";
import type { Edge, Mesh, PlacedProduct } from "../model/mesh.ts";
import { reads } from "../model/use.ts";
import { didYouMean } from "../source/suggest.ts";
import { followReaders } from "./affected.ts";
import { portLabel } from "./port.ts";

/**
 * Reads `product`, `product#port` or `product#port/object.field`. The last `#` ends the product, the last `/` after it
 * ends the port. Throws an `input` failure for an empty part.
 */
export function parseImpactTarget(text: string): ImpactTarget {
  const hash = text.lastIndexOf("#");
  if (hash === -1) return { text, product: named(text, text) };
  const product = named(text.slice(0, hash), text);
  const rest = text.slice(hash + 1);
  const slash = rest.lastIndexOf("/");
  if (slash === -1) return { text, product, port: named(rest, text) };
  return { text, product, port: named(rest.slice(0, slash), text), path: named(rest.slice(slash + 1), text) };
}

/**
 * Who reads the target, who is reached through them, and who to ask. A product whose id is the whole text, or a port
 * whose name is everything after `#`, wins over the shorter reading. Throws an `input` failure that names the nearest
 * legal target when the mesh has no such product or port.
 */
export function impactOf(mesh: Mesh, target: ImpactTarget): Impact {
  const { product, ports, path } = findTarget(mesh, target);
  const { id } = product.summary;
  const edges = mesh.outgoing(id).filter((edge) => ports.has(edge.from.port));
  const judged = edges.map((edge) => ({ edge, reader: readerOf(mesh, edge, path) }));
  const reached = judged.filter(({ reader }) => reader.effect !== "miss");
  const asked = reached.map(({ reader }) => reader);
  return {
    schema: "meshgate/impact/v1",
    target: {
      product: id,
      domain: product.domain ?? "",
      ports: [...ports].map(portLabel),
      ...(path === undefined ? {} : { path }),
    },
    direct: judged.map(({ reader }) => reader),
    affected: followReaders(
      mesh,
      new Set([id]),
      reached.map(({ edge }) => edge),
    ),
    ask: ownersOf(asked),
    unowned: distinct(asked.filter((reader) => reader.owners.length === 0).map((reader) => reader.id)),
  };
}

interface Found {
  readonly product: PlacedProduct;
  readonly ports: ReadonlySet<OutputPort>;
  readonly path?: string | undefined;
}

function findTarget(mesh: Mesh, target: ImpactTarget): Found {
  const whole = mesh.products.get(target.text);
  if (whole !== undefined) return { product: whole, ports: new Set(whole.summary.outputPorts) };
  const product = mesh.products.get(target.product);
  if (product === undefined) throw unknownProduct(mesh, target.product);
  const { outputPorts } = product.summary;
  if (target.port === undefined) return { product, ports: new Set(outputPorts) };
  const rest = target.path === undefined ? target.port : `${target.port}/${target.path}`;
  const byRest = portsNamed(outputPorts, rest);
  if (byRest.size > 0) return { product, ports: byRest };
  const ports = portsNamed(outputPorts, target.port);
  if (ports.size === 0) throw unknownPort(product, target.port);
  return { product, ports, path: target.path };
}

/** Ports called `name`, or the one whose label is `name`. */
function portsNamed(ports: readonly OutputPort[], name: string): ReadonlySet<OutputPort> {
  const called = ports.filter((port) => port.name === name);
  return new Set(called.length > 0 ? called : ports.filter((port) => portLabel(port) === name));
}

function readerOf(mesh: Mesh, edge: Edge, path: string | undefined): DirectReader {
  const { id, kind, port } = edge.to;
  const node = (kind === "product" ? mesh.products : mesh.consumers).get(id);
  return {
    id,
    kind,
    domain: node?.domain ?? "",
    owners: node?.owners ?? [],
    input: port.name,
    port: portLabel(edge.from.port),
    tier: edge.tier,
    ...judge(port, path, edge.ambiguous),
  };
}

function judge(
  { uses }: InputPort,
  path: string | undefined,
  ambiguous: boolean,
): { readonly effect: Effect; readonly evidence: string } {
  const touched = path === undefined ? [] : (uses ?? []).filter((use) => reads(use, path));
  if (path !== undefined && uses !== undefined && touched.length === 0) {
    return { effect: "miss", evidence: uses.length === 0 ? "uses nothing" : `uses only ${uses.join(", ")}` };
  }
  if (ambiguous) return { effect: "unknown", evidence: "several products publish the contract it names" };
  if (uses === undefined) return { effect: "hit", evidence: "declares no uses: reads everything" };
  return { effect: "hit", evidence: path === undefined ? "reads the port" : `uses ${touched.join(", ")}` };
}

function ownersOf(readers: readonly DirectReader[]): Impact["ask"] {
  const owns = new Map<string, Set<string>>();
  for (const { id, owners } of readers) {
    for (const owner of owners) owns.set(owner, (owns.get(owner) ?? new Set()).add(id));
  }
  return distinct(owns.keys()).map((owner) => ({ owner, owns: distinct(owns.get(owner) ?? []) }));
}

function distinct(ids: Iterable<string>): readonly string[] {
  return [...new Set(ids)].sort();
}

function named(part: string, target: string): string {
  if (part !== "") return part;
  throw failure(
    "input",
    "impact-target",
    `Target ${JSON.stringify(target)} has an empty part; expected product, product#port or product#port/object.field.`,
    "Name a product, and after # a port of it.",
  );
}

function unknownProduct(mesh: Mesh, id: string): Failure {
  const what = mesh.consumers.has(id)
    ? `${JSON.stringify(id)} is a consumer: nothing reads it`
    : `No product has the id ${JSON.stringify(id)}${didYouMean(id, mesh.products.keys())}`;
  return failure("input", "unknown-product", what, "Name a product of this mesh.");
}

function unknownPort(product: PlacedProduct, name: string): Failure {
  const names = distinct(product.summary.outputPorts.flatMap((port) => [port.name, portLabel(port)]));
  const what = `Product ${JSON.stringify(product.summary.id)} has no output port ${JSON.stringify(name)}`;
  const remedy =
    names.length === 0 ? "Name the product alone: it has no output ports." : `Name one of ${names.join(", ")}.`;
  return failure("input", "unknown-port", `${what}${didYouMean(name, names)}`, remedy);
}
