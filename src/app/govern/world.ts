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

/** A surveyed tree as the facts see it. */
export function worldOf(survey: Survey, ground: Ground, shelf: Shelf): World {
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
