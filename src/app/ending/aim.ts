import { trailsIn, lastOf } from "../../compat/life/trail.ts";
import { contractForm } from "../../compat/form/read.ts";
import { labelOf } from "../../compat/product/form.ts";
import { productForm } from "../../compat/product/read.ts";
import { plain } from "../../model/use.ts";
import { impactOf, parseImpactTarget } from "../../mesh/impact.ts";
import { portLabel } from "../../mesh/port.ts";
import { failure } from "../../model/failure.ts";
import type { OutputPort } from "../../model/descriptor.ts";
import type { Failure } from "../../model/failure.ts";
import type { Json, JsonPath } from "../../model/json.ts";
import type { Edge, PlacedContract, PlacedProduct } from "../../model/mesh.ts";
import { nearest } from "../../source/suggest.ts";
import { enumerate, quote } from "../../source/words.ts";
import type { MeshAt } from "../mesh-at.ts";

interface Aimed {
  /** As people write it. */
  readonly name: string;
  readonly product: PlacedProduct;
  /** Where it stands in its document. */
  readonly place: JsonPath;
  /** The document. */
  readonly value: Json;
  /** From those who may read it. */
  readonly edges: readonly Edge[];
}

/** What is meant to end: a product, an output port of it, or an object or field of the contract behind one. */
export type Aim =
  | (Aimed & { readonly kind: "product" })
  | (Aimed & { readonly kind: "port"; readonly label: string })
  | (Aimed & { readonly kind: "element"; readonly contract: PlacedContract; readonly ports: readonly OutputPort[] });

/**
 * Finds what `product`, `product#port` or `product#port/object.field` means. Throws an `input` failure where there is no
 * such thing, or more than one.
 */
export async function aimAt(at: MeshAt, text: string): Promise<Aim> {
  const { mesh, world, shelf, read } = at;
  const { target } = impactOf(mesh, parseImpactTarget(text));
  const product = mesh.products.get(target.product);
  if (product === undefined) throw new Error("the impact names a product of the mesh");
  shelf.stock(await read([product.blob]));
  const { value } = world.open(product);
  const edges = mesh.outgoing(target.product);
  const isWhole = mesh.products.has(text) || parseImpactTarget(text).port === undefined;
  if (isWhole) return { kind: "product", name: text, product, place: [], value, edges };
  const ports = product.summary.outputPorts.filter((port) => target.ports.includes(portLabel(port)));
  if (target.path !== undefined) return elementOf(at, product, ports, target.path, text);
  const [port, other] = productForm(value).outputPorts.filter((one) => target.ports.includes(labelOf(one)));
  if (port === undefined || other !== undefined) throw severalPorts(target.product, target.ports);
  const label = labelOf(port);
  const own = edges.filter(({ from }) => portLabel(from.port) === label);
  return { kind: "port", label, name: text, product, place: port.place, value, edges: own };
}

async function elementOf(
  { mesh, world, shelf, read }: MeshAt,
  product: PlacedProduct,
  ports: readonly OutputPort[],
  path: string,
  name: string,
): Promise<Aim> {
  const contractBehind = ({ contractId, version }: OutputPort): PlacedContract | undefined =>
    contractId === undefined ? undefined : world.contract(contractId, version)?.contract;
  const [contract, other] = new Set(ports.flatMap((port) => contractBehind(port) ?? []));
  if (other !== undefined) throw severalPorts(product.summary.id, ports.map(portLabel));
  if (contract === undefined)
    throw failure(
      "input",
      "no-contract",
      `No contract of the mesh stands behind ${quote(name)}.`,
      "Name another port.",
    );
  shelf.stock(await read([contract.blob]));
  const { value } = world.open(contract);
  const known = trailsIn(contractForm(value)).map((trail) => {
    const last = lastOf(trail);
    return { path: plain("path" in last ? last.path : last.name), place: last.place };
  });
  // The items of a list go by its name, and end with it.
  const named = known.filter((one) => one.path === path);
  const [found, twin] = named.filter(({ place }) => !named.some((one) => isInside(place, one.place)));
  if (found === undefined)
    throw unknownField(
      product.summary.id,
      path,
      known.map((one) => one.path),
    );
  if (twin !== undefined)
    throw failure(
      "input",
      "several-fields",
      `Several fields are called ${quote(path)}.`,
      "Give them names of their own.",
    );
  const edges = [...mesh.products.keys()]
    .flatMap((id) => mesh.outgoing(id))
    .filter(({ from }) => contractBehind(from.port) === contract);
  const behind = product.summary.outputPorts.filter((port) => contractBehind(port) === contract);
  return {
    kind: "element",
    name,
    product,
    contract,
    ports: behind,
    place: found.place,
    value,
    edges,
  };
}

function isInside(place: JsonPath, whole: JsonPath): boolean {
  return place.length > whole.length && whole.every((step, index) => place[index] === step);
}

function severalPorts(product: string, labels: readonly string[]): Failure {
  const named = enumerate(
    labels.map((label) => quote(`${product}#${label}`)),
    "or",
  );
  return failure("input", "several-ports", `Several output ports of ${quote(product)} are meant.`, `Name ${named}.`);
}

function unknownField(product: string, path: string, paths: readonly string[]): Failure {
  // A list and its items go by one name.
  const known = [...new Set(paths)];
  const close = nearest(path, known);
  const remedy =
    close === undefined ? `Name one of ${known.slice(0, 20).join(", ")}.` : `Did you mean ${quote(close)}?`;
  return failure("input", "unknown-field", `No contract of ${product} has ${quote(path)}.`, remedy);
}
