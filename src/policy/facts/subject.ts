import type { Change, Compatibility } from "../../model/compatibility.ts";
import type { SourceDocument } from "../../model/document.ts";
import type { Facts } from "../../model/facts.ts";
import type { Json, JsonObject, JsonPath } from "../../model/json.ts";
import { at } from "../../model/location.ts";
import type { Location } from "../../model/location.ts";
import type { Cycle, PlacedConsumer, PlacedContract, PlacedDescriptor, PlacedProduct } from "../../model/mesh.ts";
import { changeFacts } from "./change.ts";
import { changeValue, endOf, sunsetValue } from "./compatibility.ts";
import { comparedFields, contractValue, productsOf } from "./contract.ts";
import { facts } from "./custom.ts";
import { mounts as mountTable } from "./locator.ts";
import type { FiledDocument, Mounts } from "./locator.ts";
import { productValue, readerValue } from "./node.ts";
import { statusOf } from "./ports.ts";
import type { World } from "./world.ts";

/** A descriptor on both sides of a change; one of the two is always there. Without a base there is no `base`. */
export interface Paired<P extends PlacedDescriptor = PlacedDescriptor> {
  readonly head?: P;
  readonly base?: P;
  /** Of a contract that base did not have: whose data it takes over, so that nothing is made less protected by a new name. */
  readonly forerunner?: P;
}

export interface Scene {
  readonly head: World;
  /** Absent when the whole mesh is judged and nothing is compared. */
  readonly base?: World;
  /** `YYYY-MM-DD` */
  readonly asOf: string;
  /** What the change does to a contract or product, and to those who read it; absent: nothing is compared. */
  readonly compatibility?: (pair: Paired) => Compatibility | undefined;
}

type Build = (
  world: World,
  placed: PlacedDescriptor,
  source: FiledDocument,
  mounts: Mounts,
  root: JsonPath,
  asOf: string,
) => JsonObject;

const BUILD: Record<PlacedDescriptor["summary"]["kind"], Build> = {
  product: (world, placed, ...rest) => productValue(world, placed as PlacedProduct, ...rest),
  consumer: (world, placed, ...rest) => readerValue(world, placed as PlacedConsumer, ...rest),
  contract: (world, placed, source, mounts, root) =>
    contractValue(world, placed as PlacedContract, source, mounts, root),
};

/** The facts of one descriptor. A removed one is described as it was at base. */
export function descriptorFacts(scene: Scene, pair: Paired, id: string): Facts {
  const [world, placed] = pair.head ? [scene.head, pair.head] : [scene.base ?? scene.head, pair.base];
  if (placed === undefined) throw new Error("a pair has a head or a base");
  const { kind } = placed.summary;
  const source = filed(world, placed);
  const mounts = mountTable(source);
  const value = BUILD[kind](world, placed, source, mounts, [kind], scene.asOf);
  const before =
    scene.base &&
    pair.base &&
    BUILD[kind](scene.base, pair.base, filed(scene.base, pair.base), mountTable(source), ["before"], scene.asOf);
  mounts.mount(["before"], source, []);
  const former = before ?? formerValue(scene, pair);
  const compatibility = scene.compatibility?.(pair);
  const changes = compatibility?.changes ?? [];
  const sunsets = compatibility?.sunsets ?? [];
  const placeOf = ([root, list, index]: JsonPath): Location | undefined => {
    const told = list === "changes" ? changes : list === "sunsets" ? sunsets : [];
    return root === kind ? told[Number(index)]?.location : undefined;
  };
  return {
    kind,
    id,
    ...(kind === "contract" && { version: placed.summary.version }),
    owners: ownersOf(world, placed),
    value: facts({
      [kind]: facts(value, {
        changes:
          scene.base && kind !== "consumer"
            ? changes.map((one) => changeValue(one, compatibility?.enforced === true))
            : undefined,
        sunsets: scene.base && kind !== "consumer" ? sunsets.map(sunsetValue) : undefined,
        removedOutputPorts: kind === "product" ? removedPorts(scene, pair, changes) : undefined,
        fields: kind === "contract" && former ? comparedFields(value, former) : undefined,
      }),
      before,
      change: scene.base && change(scene.base, scene.head, pair, compatibility),
      ...frame(scene, world),
    }),
    locate: (path) => placeOf(path) ?? mounts.locate(path),
    place: mounts.place,
  };
}

function formerValue({ base, asOf }: Scene, { forerunner }: Paired): JsonObject | undefined {
  if (base === undefined || forerunner === undefined) return undefined;
  const source = filed(base, forerunner);
  return BUILD[forerunner.summary.kind](base, forerunner, source, mountTable(source), ["before"], asOf);
}

/** The facts of the mesh as a whole. */
export function meshFacts(scene: Scene): Facts {
  const cycles = scene.head.mesh.cycles;
  return {
    kind: "mesh",
    id: "mesh",
    owners: [],
    value: facts({ mesh: facts({ cycles: cycles.map(cycleValue) }), ...frame(scene, scene.head) }),
    locate(path) {
      const index = path[2];
      return cycleLocation(scene.head, cycles[typeof index === "number" ? index : 0]);
    },
  };
}

function frame(scene: Scene, world: World): Record<string, Json> {
  const { domains, classifications, valueSets, tables, teams } = world.guild;
  const guild = facts({
    domains: domains.map((domain) => domain.id),
    classifications: [...classifications],
    valueSets,
    tables,
    teams: [...teams],
  });
  return { guild, asOf: scene.asOf };
}

function filed(world: World, placed: PlacedDescriptor): FiledDocument {
  return { file: placed.file, document: world.open(placed) };
}

function change(base: World, head: World, pair: Paired, compatibility: Compatibility | undefined): Json {
  const open = (world: World, placed: PlacedDescriptor | undefined): SourceDocument | undefined =>
    placed && world.open(placed);
  return changeFacts(
    open(base, pair.base),
    open(head, pair.head),
    pair.head !== undefined && pair.base !== undefined && pair.head.file !== pair.base.file,
    compatibility,
  );
}

/** Output ports by name and version that base had and head has not. A leading `v` is no other version. */
function removedPorts(scene: Scene, pair: Paired, changes: readonly Change[]): Json | undefined {
  if (scene.base === undefined) return undefined;
  const { base, head } = pair;
  if (base?.summary.kind !== "product") return [];
  const key = (port: { readonly name: string; readonly version?: string }): string =>
    JSON.stringify([port.name, port.version?.replace(/^v/, "") ?? ""]);
  const kept = new Set(head?.summary.kind === "product" ? head.summary.outputPorts.map(key) : []);
  const status = statusOf(base.summary.status);
  return base.summary.outputPorts
    .filter((port) => !kept.has(key(port)))
    .map((port) =>
      facts({
        name: port.name,
        version: port.version,
        deprecated: port.deprecated,
        status,
        class: endOf(port, changes),
        continued:
          head?.summary.kind === "product" &&
          head.summary.outputPorts.some(({ name, contractId }) => name === port.name && contractId === port.contractId),
      }),
    );
}

/** A contract is answered for by the products that hand it out. */
function ownersOf(world: World, placed: PlacedDescriptor): readonly string[] {
  if (placed.summary.kind !== "contract") return placed.owners;
  const owners = productsOf(world, placed as PlacedContract).flatMap((product) => product.owners);
  return owners.length > 0 ? [...new Set(owners)].sort() : placed.owners;
}

function cycleValue(cycle: Cycle): Json {
  return facts({ key: cycle.members.join(" → "), members: [...cycle.members], level: cycle.level });
}

/** A cycle stands where its last member reads its first: the input port that closes it. */
function cycleLocation(world: World, cycle: Cycle | undefined): Location {
  const [first] = cycle?.members ?? [];
  const placed = first === undefined ? undefined : world.mesh.products.get(first);
  if (placed === undefined) return at("meshgate.yaml");
  const last = cycle?.members.at(-1);
  const edge = world.mesh.links(placed).edges.find((candidate) => candidate.from.id === last);
  return at(placed.file, edge?.to.port.range ?? placed.summary.range);
}
