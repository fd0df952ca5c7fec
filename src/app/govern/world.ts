import type { SourceDocument } from "../../model/document.ts";
import { own } from "../../model/json.ts";
import type { Landings } from "../../model/landing.ts";
import type { RepoPath } from "../../model/location.ts";
import { isRegularFile } from "../../model/tree.ts";
import type { Tree } from "../../model/tree.ts";
import type { ContractForm } from "../../compat/form/contract.ts";
import { contractForm } from "../../compat/form/read.ts";
import { unmet } from "../../compat/readers/expectation.ts";
import type { Mesh, PlacedContract, PlacedDescriptor, PlacedNode } from "../../model/mesh.ts";
import { resolveContract } from "../../mesh/contract.ts";
import type { World } from "../../policy/facts/world.ts";
import { isNode, named } from "./kinds.ts";
import { lookalikesIn } from "./lookalikes.ts";
import { once } from "../../model/once.ts";
import type { Ground } from "./ground.ts";
import type { Shelf } from "./shelf.ts";
import type { Survey } from "./survey.ts";

/** What stands around the descriptors of a tree, where somebody has looked. */
export interface Around {
  readonly tree?: Tree;
  /** What the default branch has held, by file. */
  readonly landings?: ReadonlyMap<RepoPath, Landings>;
}

/** A surveyed tree as the facts see it. */
export function worldOf(survey: Survey, ground: Ground, shelf: Shelf, around: Around = {}): World {
  const { mesh } = survey;
  const doubles = once(() => groupBy(doublesOf(mesh), ({ outline }) => [`${outline.kind} ${outline.id}`]));
  const contractsByFile = once(
    () =>
      new Map(
        [...mesh.contracts.values()]
          .flat()
          .sort((one, other) => other.index - one.index)
          .map((placed) => [placed.file, placed]),
      ),
  );
  const expecting = once(() =>
    groupBy([...mesh.products.values(), ...mesh.consumers.values()], ({ outline }) => new Set(outline.expects)),
  );
  const open: World["open"] = (placed) => {
    const document = shelf.open(placed.blob).find(({ index }) => index === placed.index);
    if (document === undefined) throw new Error(`${placed.file} has no document ${placed.index}`);
    return document;
  };
  const formOf = (placed: PlacedContract): ContractForm => contractForm(open(placed).value);
  return {
    mesh,
    guild: ground.guild,
    open,
    contract: (id, version) => resolveContract(mesh, id, version),
    contractAt: (file) => contractsByFile().get(file),
    expecting: (file) => expecting().get(file) ?? [],
    past: ({ file, outline }) =>
      (around.landings?.get(file)?.landings ?? []).map(({ day, blob }) => ({
        day,
        blob,
        document: () => (blob === null ? null : formerIn(shelf.open(blob), outline.id)),
      })),
    fileAt(path) {
      const entry = around.tree?.get(path);
      if (entry === undefined || !isRegularFile(entry)) return null;
      const bytes = shelf.bytes(entry.blob);
      return { blob: entry.blob, ...(bytes && { bytes }) };
    },
    unmet: (expectation, offered) =>
      unmet(formOf(expectation), formOf(offered)).map(({ path, message }) => ({ path, message })),
    all(kind, id): readonly PlacedDescriptor[] {
      if (kind === "contract") return mesh.contracts.get(id) ?? [];
      const node = named(mesh, kind, id);
      return doubles().get(`${kind} ${id}`) ?? (node ? [node] : []);
    },
    naming: naming(mesh),
    lookalikes: lookalikesIn(mesh),
  };
}

function formerIn(documents: readonly SourceDocument[], id: string): SourceDocument | null {
  return documents.find(({ value }) => own(value, "id") === id) ?? null;
}

/** Who names a contract, at an input or an output. Of those that share an id all count, not only the one in the graph. */
function naming(mesh: Mesh): World["naming"] {
  const doubles = once(() => groupBy(doublesOf(mesh), ({ outline }) => outline.publishes));
  return (contract) => [
    ...new Set([...mesh.exposing(contract), ...mesh.naming(contract), ...(doubles().get(contract) ?? [])]),
  ];
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
