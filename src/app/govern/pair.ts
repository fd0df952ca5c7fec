import type { RepoPath } from "../../model/location.ts";
import type { Mesh, PlacedContract, PlacedDescriptor, PlacedProduct } from "../../model/mesh.ts";
import { compareText } from "../../model/order.ts";
import type { Paired } from "../../policy/facts/subject.ts";
import { payloadFilesOf } from "./compat/payloads.ts";
import { isContract, isProduct } from "./kinds.ts";
import type { Survey } from "./survey.ts";
import { compareVersions, readVersion } from "../../mesh/version.ts";

export interface Touched {
  readonly pairs: readonly Paired[];
  /** Of base, and gone, while the one that stood for their id, or took its place, goes on. */
  readonly copies: readonly PlacedDescriptor[];
}

/**
 * Pairs the descriptors of head with what they were at base, among those that stand in `touched` files: by kind and id,
 * first those that kept their version, then those that kept their file, then whatever is left of the same id. A version
 * stands for its content: who moves it to other content, in whatever file, has changed it.
 * Where several fit equally well the order of places decides. A new product that says which id it had
 * (`meshgate.renamedFrom`) goes with the product of that id, when that is gone, no other says so, and what it
 * offers stays.
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
  const renames =
    base === undefined ? new Map<PlacedDescriptor, PlacedProduct>() : renamesAmong(open, { head, base, touched });
  const touchedPairs = [
    ...pairs,
    ...open.map((placed): Paired => {
      const former = renames.get(placed);
      return { head: placed, ...(former && { base: former }) };
    }),
  ];
  if (base === undefined) return { pairs: touchedPairs, copies: [] };
  const former = new Set([...renames.values()].map(identity));
  const gone = [...rest].flatMap(([key, left]) => (former.has(key) ? [] : left));
  const { pairs: all, copies } = inherit(touchedPairs, gone, head, base);
  const formerCopies = [...former].flatMap((key) => rest.get(key) ?? []).filter((placed) => !isPaired(all, placed));
  return { pairs: all.map((pair) => withForerunner(pair, head, base)), copies: [...copies, ...formerCopies] };
}

function isPaired(pairs: readonly Paired[], placed: PlacedDescriptor): boolean {
  return pairs.some(({ base }) => base === placed);
}

/** New products that say which id they had, where that is gone and only one says so, with what stood for it. */
function renamesAmong(open: readonly PlacedDescriptor[], sides: Sides): ReadonlyMap<PlacedDescriptor, PlacedProduct> {
  const { head, base } = sides;
  const [now, then] = [head.mesh.products, base.mesh.products];
  const heirs = new Map<PlacedProduct, PlacedProduct[]>();
  for (const placed of open.filter(isProduct)) {
    const { id, renamedFrom } = placed.summary;
    if (renamedFrom === undefined || now.has(renamedFrom) || then.has(id) || now.get(id) !== placed) continue;
    const former = then.get(renamedFrom);
    if (former !== undefined) heirs.set(former, [...(heirs.get(former) ?? []), placed]);
  }
  return new Map(
    [...heirs].flatMap(([former, [heir, other]]) =>
      heir !== undefined && other === undefined && goesOn(former, heir, sides) ? [[heir, former] as const] : [],
    ),
  );
}

interface Sides {
  readonly head: Survey;
  readonly base: Survey;
  readonly touched: ReadonlySet<RepoPath>;
}

/**
 * Whether what people read stays as it is under the new id. Readers are followed from ports to contracts by the id of the
 * product: a rename that changes a contract in the same breath would hide whom that hits, and is told as a removal.
 */
function goesOn(former: PlacedProduct, heir: PlacedProduct, { head, base, touched }: Sides): boolean {
  const behind = (survey: Survey, id: string): readonly PlacedContract[] => survey.mesh.contracts.get(id) ?? [];
  const contentOf = (contracts: readonly PlacedContract[]): string =>
    JSON.stringify(contracts.map(({ blob, index }) => [blob, index]));
  return former.summary.outputPorts.every(({ name, contractId, version }) => {
    const stays = heir.summary.outputPorts.some(
      (port) => port.name === name && port.contractId === contractId && port.version === version,
    );
    if (!stays || contractId === undefined) return stays;
    const [then, now] = [behind(base, contractId), behind(head, contractId)];
    return contentOf(then) === contentOf(now) && !then.flatMap(payloadFilesOf).some((file) => touched.has(file));
  });
}

function withForerunner(pair: Paired, head: Survey, base: Survey): Paired {
  if (pair.base !== undefined || pair.head === undefined || !isContract(pair.head)) return pair;
  const forerunner = forerunnerOf(pair.head, head, base);
  return forerunner === undefined ? pair : { ...pair, forerunner };
}

/**
 * The contract of base whose data a new one takes over: an earlier version, else what stood in its file, else what a port
 * that leads to it led to.
 */
function forerunnerOf(placed: PlacedContract, head: Survey, base: Survey): PlacedContract | undefined {
  const { id, version } = placed.summary;
  const versions = base.mesh.contracts.get(id) ?? [];
  const earlier = versions.filter(
    (other) => compareVersions(readVersion(other.summary.version), readVersion(version)) < 0,
  );
  const inFile = (): PlacedContract | undefined =>
    base.placed.filter(isContract).find(({ file, index }) => file === placed.file && index === placed.index);
  return earlier.at(-1) ?? versions[0] ?? inFile() ?? behindPort(placed, head, base);
}

function behindPort({ summary: { id } }: PlacedContract, head: Survey, base: Survey): PlacedContract | undefined {
  for (const { summary } of head.mesh.exposing(id)) {
    const former = base.mesh.products.get(summary.id)?.summary.outputPorts ?? [];
    for (const { name } of summary.outputPorts.filter(({ contractId }) => contractId === id)) {
      const led = former.flatMap((port) => (port.name === name ? (port.contractId ?? []) : []));
      const found = led.flatMap((contract) => base.mesh.contracts.get(contract) ?? []).at(-1);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/**
 * What became of descriptors that are gone. Where another file goes on declaring the same, nothing is removed: it takes
 * the place of the one that stood for the id, and is compared with it.
 */
function inherit(pairs: readonly Paired[], gone: readonly PlacedDescriptor[], head: Survey, base: Survey): Touched {
  const all = [...pairs];
  const copies: PlacedDescriptor[] = [];
  for (const placed of gone) {
    const heir = standingFor(head.mesh, placed);
    if (heir === undefined) all.push({ base: placed });
    else if (standingFor(base.mesh, placed) !== placed) copies.push(placed);
    else {
      const place = all.findIndex((pair) => pair.head === heir);
      const [former] = place < 0 ? [] : all.splice(place, 1);
      if (former?.base !== undefined) copies.push(former.base);
      all.push({ head: heir, base: placed });
    }
  }
  return { pairs: all, copies };
}

/** Of those that declare the same product, consumer or version of a contract the one that stands in the graph. */
function standingFor(mesh: Mesh, placed: PlacedDescriptor): PlacedDescriptor | undefined {
  const { kind, id, version } = placed.outline;
  if (kind === "contract") return mesh.contracts.get(id)?.find(({ outline }) => outline.version === version);
  return (kind === "product" ? mesh.products : mesh.consumers).get(id);
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
