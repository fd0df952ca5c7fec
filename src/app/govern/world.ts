import type { SourceDocument } from "../../model/document.ts";
import type { Mesh, PlacedDescriptor, PlacedNode } from "../../model/mesh.ts";
import type { Blobs, BlobId } from "../../model/tree.ts";
import { compareText } from "../../model/order.ts";
import { resolveContract } from "../../mesh/contract.ts";
import { link } from "../../mesh/link.ts";
import type { Links } from "../../mesh/link.ts";
import { readVersion } from "../../mesh/version.ts";
import type { World } from "../../policy/facts/world.ts";
import { readSource } from "../../source/read.ts";
import { recallSource } from "../../source/recall.ts";
import { isNode, isProduct } from "./kinds.ts";
import type { Rules } from "./rules.ts";
import type { Survey } from "./survey.ts";

/** Opens documents by blob id and forgets the oldest, so that a sweep over ten thousand files stays small. */
export interface Shelf {
  /** Gives the shelf the bytes it opens documents from, and the contents of those that were read before. */
  stock(blobs: Blobs, contents?: Contents): void;
  open(blob: BlobId): readonly SourceDocument[];
}

/** By blob, what `contentOf` made of it. */
export type Contents = ReadonlyMap<BlobId, string>;

export function documentShelf(capacity = 2_000): Shelf {
  let bytesOf: Blobs = new Map();
  let contentOf: Contents = new Map();
  const opened = new Map<BlobId, readonly SourceDocument[]>();
  return {
    stock(blobs, contents = new Map()) {
      bytesOf = blobs;
      contentOf = contents;
    },
    open(blob) {
      const known = opened.get(blob);
      if (known !== undefined) return known;
      const bytes = bytesOf.get(blob);
      if (bytes === undefined) throw new Error(`blob ${blob} was not loaded`);
      const content = contentOf.get(blob);
      const documents = content === undefined ? readSource(bytes).documents : recallSource(content, bytes);
      for (const oldest of opened.keys()) {
        if (opened.size < capacity) break;
        opened.delete(oldest);
      }
      opened.set(blob, documents);
      return documents;
    },
  };
}

/** A surveyed tree as the facts see it. */
export function worldOf(survey: Survey, rules: Rules, shelf: Shelf): World {
  const { mesh } = survey;
  const twins = once(() => skeletons(mesh));
  const unlinked = once(() => groupBy(mesh.unlinked, ({ to }): [string] => [`${to.kind} ${to.id}`]));
  const doubles = once(() => groupBy(doublesOf(mesh), ({ summary }) => [`${summary.kind} ${summary.id}`]));
  return {
    mesh,
    guild: rules.guild,
    open(placed) {
      const document = shelf.open(placed.blob).find(({ index }) => index === placed.index);
      if (document === undefined) throw new Error(`${placed.file} has no document ${placed.index}`);
      return document;
    },
    contract: (id, version) => resolveContract(mesh, id, version),
    inputs(node): Links {
      const { id, kind } = node.summary;
      if (named(mesh, kind, id) !== node) return linkAlone(mesh, node);
      const edges = (mesh.incoming.get(id) ?? []).filter(({ to }) => to.kind === kind);
      return { edges, unlinked: unlinked().get(`${kind} ${id}`) ?? [] };
    },
    all(kind, id): readonly PlacedDescriptor[] {
      if (kind === "contract") return mesh.contracts.get(id) ?? [];
      const node = named(mesh, kind, id);
      return doubles().get(`${kind} ${id}`) ?? (node ? [node] : []);
    },
    naming: naming(mesh),
    lookalikes(kind, id) {
      return (twins().get(`${kind} ${skeleton(id)}`) ?? []).filter((other) => other !== id).sort(compareText);
    },
  };
}

/** The product or consumer that stands for an id in the graph. */
export function named(mesh: Mesh, kind: PlacedNode["summary"]["kind"], id: string): PlacedNode | undefined {
  return (kind === "product" ? mesh.products : mesh.consumers).get(id);
}

/** What a node would read whose id another file has taken: the graph knows only that one. */
function linkAlone(mesh: Mesh, node: PlacedNode): Links {
  const { id } = node.summary;
  const products = new Map(isProduct(node) ? [[id, node]] : []);
  const consumers = new Map(isProduct(node) ? [] : [[id, node]]);
  return link({ ...mesh, products, consumers }, readVersion);
}

/** Characters that people take for one another in ids: digits, separators, Cyrillic and Greek twins of Latin letters. */
const TWIN_LETTERS: ReadonlyMap<string, string> = new Map([
  ["0", "o"],
  ["1", "l"],
  ["_", "-"],
  ["\u0430", "a"],
  ["\u0435", "e"],
  ["\u0456", "i"],
  ["\u043e", "o"],
  ["\u0440", "p"],
  ["\u0441", "c"],
  ["\u0445", "x"],
  ["\u0443", "y"],
  ["\u03b1", "a"],
  ["\u03bf", "o"],
]);

/** Ids that are their own skeleton: nearly all. */
const PLAIN = /^[a-z2-9./:-]*$/;

/** Equal skeletons look alike: `Orders`, `orders` and `0rders`. */
export function skeleton(id: string): string {
  if (PLAIN.test(id)) return id;
  const folded = id.normalize("NFKC").toLowerCase();
  return folded.replaceAll(/[01_\u0370-\u04ff]/gu, (letter) => TWIN_LETTERS.get(letter) ?? letter);
}

/** Ids that share a skeleton, by kind and skeleton. Most ids are their own skeleton, and so unlike any other of these. */
function skeletons(mesh: Mesh): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const [kind, ids] of Object.entries({
    product: mesh.products,
    consumer: mesh.consumers,
    contract: mesh.contracts,
  })) {
    for (const id of ids.keys()) {
      const own = skeleton(id);
      if (own === id) continue;
      const key = `${kind} ${own}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, ids.has(own) ? [own, id] : [id]);
      else group.push(id);
    }
  }
  return groups;
}

/** Who names a contract, at an input or an output. Of those that share an id all count, not only the one in the graph. */
function naming(mesh: Mesh): World["naming"] {
  const unlinked = once(() => groupBy(mesh.unlinked, ({ to }) => portsOf([to.port])));
  const doubles = once(() => groupBy(doublesOf(mesh), namedBy));
  return (contract) => {
    const publishers = mesh.exposing.get(contract) ?? [];
    const inputs = [
      ...publishers.flatMap(({ summary }) => mesh.outgoing.get(summary.id) ?? []),
      ...(unlinked().get(contract) ?? []),
    ];
    const readers = inputs
      .filter(({ to }) => to.port.contractId === contract)
      .flatMap(({ to }) => named(mesh, to.kind, to.id) ?? []);
    return [...new Set([...publishers, ...readers, ...(doubles().get(contract) ?? [])])];
  };
}

function namedBy(node: PlacedNode): readonly string[] {
  return portsOf([...node.summary.inputPorts, ...(isProduct(node) ? node.summary.outputPorts : [])]);
}

function portsOf(ports: readonly { readonly contractId?: string }[]): readonly string[] {
  return ports.flatMap(({ contractId }) => contractId ?? []);
}

/** Products and consumers whose id another of their kind has too. */
function doublesOf(mesh: Mesh): readonly PlacedNode[] {
  return mesh.duplicates.flatMap(({ places }) => places.filter(isNode));
}

function groupBy<T>(values: Iterable<T>, keys: (value: T) => Iterable<string>): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    for (const key of keys(value)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [value]);
      else group.push(value);
    }
  }
  return groups;
}

/** A value that is computed when it is first asked for. */
function once<T>(compute: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => (known ??= { value: compute() }).value;
}
