import type { Mesh } from "../model/mesh.ts";
import type { Problem } from "../model/problem.ts";
import { fieldsOf } from "../policy/facts/fields.ts";
import type { World } from "../policy/facts/world.ts";
import { gather, gatherReadings, gatherRules } from "./gather.ts";
import type { ReadBlobs, Workshop } from "./gather.ts";
import type { Rules } from "./govern/rules.ts";
import { candidates } from "./govern/scope.ts";
import { surveyTree } from "./govern/survey.ts";
import { documentShelf } from "./govern/shelf.ts";
import { worldOf } from "./govern/world.ts";
import type { Shelf } from "./govern/shelf.ts";

/** The mesh of one commit or of the work tree, to look at. */
export interface MeshAt {
  readonly mesh: Mesh;
  /** What could not be read and so is not in the mesh. */
  readonly problems: readonly Problem[];
  readonly rules: Rules;
  readonly world: World;
  readonly shelf: Shelf;
  readonly read: ReadBlobs;
}

export async function meshAt(workshop: Workshop, head: { readonly ref: string } | "worktree"): Promise<MeshAt> {
  const gathered = await gather(workshop, { head, whole: true });
  const { rules } = await gatherRules(workshop, gathered);
  const files = candidates(gathered.head.tree, rules);
  const survey = surveyTree(files, await gatherReadings(workshop, files, gathered.read), rules);
  await workshop.memo.flush();
  const shelf = documentShelf();
  return {
    mesh: survey.mesh,
    problems: [...rules.problems, ...survey.problems],
    rules,
    world: worldOf(survey, rules, shelf),
    shelf,
    read: gathered.read,
  };
}

/** Paths `object` and `object.field` of the contracts behind output ports of a product; what an impact may name. */
export async function fieldPaths(
  { world, shelf, read }: MeshAt,
  product: string,
  ports: readonly string[],
): Promise<ReadonlySet<string>> {
  const outputs = world.mesh.products.get(product)?.summary.outputPorts ?? [];
  const contracts = outputs
    .filter(
      ({ name, version }) => ports.length === 0 || ports.includes(name) || ports.includes(`${name}@${version ?? ""}`),
    )
    .flatMap(({ contractId, version }) =>
      contractId === undefined ? [] : (world.contract(contractId, version)?.contract ?? []),
    );
  shelf.stock(await read(contracts.map(({ blob }) => blob)));
  const fields = contracts.flatMap((contract) => fieldsOf(world.open(contract)));
  return new Set(fields.flatMap(({ object, path }) => [object, path.replaceAll("[]", "")]));
}
