import type { PlacedConsumer, PlacedContract, PlacedDescriptor, PlacedNode, PlacedProduct } from "../model/mesh.ts";
import { compareText } from "../model/order.ts";
import { compareVersions, isSameVersion } from "./version.ts";
import type { ReadVersion, Version } from "./version.ts";

/** Descriptors by kind and id, ids sorted; every list is in the order of paths, contracts first in that of versions. */
export interface Places {
  readonly products: ReadonlyMap<string, readonly PlacedProduct[]>;
  readonly consumers: ReadonlyMap<string, readonly PlacedConsumer[]>;
  readonly contracts: ReadonlyMap<string, readonly PlacedContract[]>;
}

export interface Duplicate {
  readonly id: string;
  readonly places: readonly PlacedDescriptor[];
}

export function sortPlaces(placed: Iterable<PlacedDescriptor>, read: ReadVersion): Places {
  const products = new Map<string, PlacedProduct[]>();
  const consumers = new Map<string, PlacedConsumer[]>();
  const contracts = new Map<string, PlacedContract[]>();
  for (const one of placed) {
    if (isProduct(one)) add(products, one.outline.id, one);
    else if (isContract(one)) add(contracts, one.outline.id, one);
    else if (isConsumer(one)) add(consumers, one.outline.id, one);
  }
  const byVersion = (one: PlacedContract, other: PlacedContract): number =>
    compareVersions(read(one.outline.version ?? ""), read(other.outline.version ?? "")) || byPath(one, other);
  return {
    products: sorted(products, byPath),
    consumers: sorted(consumers, byPath),
    contracts: sorted(contracts, byVersion),
  };
}

/** The one that stands for its id: the first in the order of paths. */
export function firstOfEach<P>(places: ReadonlyMap<string, readonly P[]>): ReadonlyMap<string, P> {
  const first = new Map<string, P>();
  for (const [id, [place]] of places) if (place !== undefined) first.set(id, place);
  return first;
}

/** Ids that stand on more than one descriptor: products, then consumers, then contracts (same id and version). */
export function findDuplicates({ products, consumers, contracts }: Places, read: ReadVersion): readonly Duplicate[] {
  const duplicates: Duplicate[] = [];
  for (const kind of [products, consumers]) {
    for (const [id, twins] of kind) if (twins.length > 1) duplicates.push({ id, places: twins });
  }
  for (const [id, versions] of contracts) {
    if (versions.length < 2) continue;
    for (const twins of sameVersions(versions, read)) if (twins.length > 1) duplicates.push({ id, places: twins });
  }
  return duplicates;
}

/** Runs of one version in a list sorted by version. */
function sameVersions(sorted: readonly PlacedContract[], read: ReadVersion): readonly PlacedContract[][] {
  const runs: PlacedContract[][] = [];
  let before: Version | undefined;
  for (const contract of sorted) {
    const version = read(contract.outline.version ?? "");
    if (before !== undefined && isSameVersion(before, version)) runs.at(-1)?.push(contract);
    else runs.push([contract]);
    before = version;
  }
  return runs;
}

function add<P>(places: Map<string, P[]>, id: string, place: P): void {
  const known = places.get(id);
  if (known === undefined) places.set(id, [place]);
  else known.push(place);
}

function sorted<P>(
  places: ReadonlyMap<string, P[]>,
  compare: (one: P, other: P) => number,
): ReadonlyMap<string, readonly P[]> {
  const result = new Map<string, readonly P[]>();
  for (const id of [...places.keys()].sort()) {
    const here = places.get(id) ?? [];
    result.set(id, here.length > 1 ? here.sort(compare) : here);
  }
  return result;
}

/** The order of nodes in a graph: products first, by id, those that share one by path. */
export function byKindAndId(one: PlacedNode, other: PlacedNode): number {
  const [{ kind, id }, there] = [one.outline, other.outline];
  if (kind !== there.kind) return kind === "product" ? -1 : 1;
  return compareText(id, there.id) || byPath(one, other);
}

function byPath(one: PlacedDescriptor, other: PlacedDescriptor): number {
  return one.file < other.file ? -1 : one.file > other.file ? 1 : one.index - other.index;
}

export function isProduct(one: PlacedDescriptor): one is PlacedProduct {
  return one.outline.kind === "product";
}

export function isConsumer(one: PlacedDescriptor): one is PlacedConsumer {
  return one.outline.kind === "consumer";
}

function isContract(one: PlacedDescriptor): one is PlacedContract {
  return one.outline.kind === "contract";
}
