import type { SourceDocument } from "../../model/document.ts";
import type { Mesh, PlacedDescriptor, PlacedNode, UnlinkedInput } from "../../model/mesh.ts";
import type { Blobs, BlobId } from "../../model/tree.ts";
import { resolveContract } from "../../mesh/contract.ts";
import type { World } from "../../policy/facts/world.ts";
import { readSource } from "../../source/read.ts";
import type { Rules } from "./rules.ts";
import type { Survey } from "./survey.ts";

/** Opens documents by blob id and forgets the oldest, so that a sweep over ten thousand files stays small. */
export interface Shelf {
  /** Gives the shelf the bytes it opens documents from. */
  stock(blobs: Blobs): void;
  open(blob: BlobId): readonly SourceDocument[];
}

export function documentShelf(capacity = 2_000): Shelf {
  let bytesOf: Blobs = new Map();
  const opened = new Map<BlobId, readonly SourceDocument[]>();
  return {
    stock(blobs) {
      bytesOf = blobs;
    },
    open(blob) {
      const known = opened.get(blob);
      if (known !== undefined) return known;
      const bytes = bytesOf.get(blob);
      if (bytes === undefined) throw new Error(`blob ${blob} was not loaded`);
      const { documents } = readSource(bytes);
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
  const unlinked = once(() => groupBy(mesh.unlinked, (input): [string] => [input.to.id]));
  const naming = once(() =>
    groupBy(nodesOf(mesh), (node) => node.summary.inputPorts.map((port) => port.contractId ?? "")),
  );
  return {
    mesh,
    guild: rules.guild,
    open(placed) {
      const document = shelf.open(placed.blob).find(({ index }) => index === placed.index);
      if (document === undefined) throw new Error(`${placed.file} has no document ${placed.index}`);
      return document;
    },
    contract: (id, version) => resolveContract(mesh, id, version),
    unlinked: (node): readonly UnlinkedInput[] => unlinked().get(node) ?? [],
    naming: (contract): readonly PlacedNode[] => naming().get(contract) ?? [],
    lookalikes(kind, id) {
      return (twins().get(`${kind} ${skeleton(id)}`) ?? []).filter((other) => other !== id);
    },
  };
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

/** Equal skeletons look alike: `Orders`, `orders` and `0rders`. */
export function skeleton(id: string): string {
  const folded = id.normalize("NFKC").toLowerCase();
  return Array.from(folded, (letter) => TWIN_LETTERS.get(letter) ?? letter).join("");
}

function skeletons(mesh: Mesh): ReadonlyMap<string, readonly string[]> {
  const ids: (readonly [PlacedDescriptor["summary"]["kind"], string])[] = [
    ...[...mesh.products.keys()].map((id) => ["product", id] as const),
    ...[...mesh.consumers.keys()].map((id) => ["consumer", id] as const),
    ...[...mesh.contracts.keys()].map((id) => ["contract", id] as const),
  ];
  const groups = groupBy(ids, ([kind, id]) => [`${kind} ${skeleton(id)}`]);
  return new Map(
    [...groups].filter(([, group]) => group.length > 1).map(([key, group]) => [key, group.map(([, id]) => id)]),
  );
}

function nodesOf(mesh: Mesh): readonly PlacedNode[] {
  return [...mesh.products.values(), ...mesh.consumers.values()];
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
