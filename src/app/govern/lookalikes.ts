import type { Mesh } from "../../model/mesh.ts";
import { compareText } from "../../model/order.ts";
import type { World } from "../../policy/facts/world.ts";
import { once } from "../../model/once.ts";

/** Ids that a person would take for another one of the same kind, sorted. */
export function lookalikesIn(mesh: Mesh): World["lookalikes"] {
  const groups = once(() => groupAlike(mesh));
  return (kind, id) =>
    (groups().get(`${kind} ${skeleton(id)}`) ?? []).filter((other) => other !== id).sort(compareText);
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
function skeleton(id: string): string {
  if (PLAIN.test(id)) return id;
  const folded = id.normalize("NFKC").toLowerCase();
  return folded.replaceAll(/[01_\u0370-\u04ff]/gu, (letter) => TWIN_LETTERS.get(letter) ?? letter);
}

/** Ids that share a skeleton, by kind and skeleton. Most ids are their own skeleton, and so unlike any other of these. */
function groupAlike(mesh: Mesh): ReadonlyMap<string, readonly string[]> {
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
