import type { RepoPath } from "../../model/location.ts";
import type { PlacedDescriptor } from "../../model/mesh.ts";
import type { Paired } from "../../policy/facts/subject.ts";
import type { Survey } from "./survey.ts";

/**
 * Pairs the descriptors of head with what they were at base, among those that stand in `touched` files: by kind and id,
 * first those that kept their file, then those that kept their version, then whatever is left of the same id (a move).
 */
export function pairTouched(head: Survey, base: Survey | undefined, touched: ReadonlySet<RepoPath>): readonly Paired[] {
  const rest = group((base?.placed ?? []).filter((placed) => touched.has(placed.file)));
  const pairs: Paired[] = [];
  let open = head.placed.filter((placed) => touched.has(placed.file));
  for (const rule of PAIRING) {
    open = open.filter((placed) => {
      const left = rest.get(identity(placed)) ?? [];
      const found = left.findIndex((other) => rule(placed, other));
      const [match] = found < 0 ? [] : left.splice(found, 1);
      if (match !== undefined) pairs.push({ head: placed, base: match });
      return match === undefined;
    });
  }
  const removed = [...rest.values()].flat();
  return [...pairs, ...open.map((placed) => ({ head: placed })), ...removed.map((placed) => ({ base: placed }))];
}

const PAIRING: readonly ((one: PlacedDescriptor, other: PlacedDescriptor) => boolean)[] = [
  (one, other) => one.file === other.file && one.summary.version === other.summary.version,
  (one, other) => one.file === other.file,
  (one, other) => one.summary.version === other.summary.version,
  () => true,
];

function identity({ summary }: PlacedDescriptor): string {
  return JSON.stringify([summary.kind, summary.id]);
}

function group(placed: readonly PlacedDescriptor[]): Map<string, PlacedDescriptor[]> {
  const groups = new Map<string, PlacedDescriptor[]>();
  for (const one of placed) {
    const key = identity(one);
    const found = groups.get(key);
    if (found === undefined) groups.set(key, [one]);
    else found.push(one);
  }
  return groups;
}
