import type { RepoPath } from "../../model/location.ts";
import type { Mesh, PlacedDescriptor } from "../../model/mesh.ts";
import { compareText } from "../../model/order.ts";
import type { Paired } from "../../policy/facts/subject.ts";
import type { Survey } from "./survey.ts";

export interface Touched {
  readonly pairs: readonly Paired[];
  /** Of base, and gone, while another file goes on declaring the same: nothing that anybody reads is removed. */
  readonly copies: readonly PlacedDescriptor[];
}

/**
 * Pairs the descriptors of head with what they were at base, among those that stand in `touched` files: by kind and id,
 * first those that kept their version, then those that kept their file, then whatever is left of the same id. A version
 * stands for its content: who moves it to other content, in whatever file, has changed it.
 * Where several fit equally well the order of places decides.
 */
export function pairTouched(head: Survey, base: Survey | undefined, touched: ReadonlySet<RepoPath>): Touched {
  const standing = (survey: Survey): PlacedDescriptor[] =>
    survey.placed.filter((placed) => touched.has(placed.file)).sort(byPlace);
  const rest = group(base ? standing(base) : []);
  const pairs: Paired[] = [];
  let open = standing(head);
  for (const rule of PAIRING) {
    open = open.filter((placed) => {
      const left = rest.get(identity(placed)) ?? [];
      const found = left.findIndex((other) => rule(placed, other));
      const [match] = found < 0 ? [] : left.splice(found, 1);
      if (match !== undefined) pairs.push({ head: placed, base: match });
      return match === undefined;
    });
  }
  const gone = [...rest.values()].flat();
  const removed = gone.filter((placed) => !isDeclared(head.mesh, placed));
  return {
    pairs: [...pairs, ...open.map((placed) => ({ head: placed })), ...removed.map((placed) => ({ base: placed }))],
    copies: gone.filter((placed) => !removed.includes(placed)),
  };
}

/** Whether a mesh has the same product, consumer or version of a contract. */
function isDeclared(mesh: Mesh, placed: PlacedDescriptor): boolean {
  const { kind, id, version } = placed.outline;
  if (kind === "contract") return mesh.contracts.get(id)?.some(({ outline }) => outline.version === version) ?? false;
  return (kind === "product" ? mesh.products : mesh.consumers).has(id);
}

const PAIRING: readonly ((one: PlacedDescriptor, other: PlacedDescriptor) => boolean)[] = [
  (one, other) => one.file === other.file && one.summary.version === other.summary.version,
  (one, other) => one.summary.version === other.summary.version,
  (one, other) => one.file === other.file,
  () => true,
];

function byPlace(one: PlacedDescriptor, other: PlacedDescriptor): number {
  return compareText(one.file, other.file) || one.index - other.index;
}

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
