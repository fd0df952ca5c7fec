import { isObject, list, own } from "../../model/json.ts";
import type { Json, JsonObject, JsonPath } from "../../model/json.ts";
import type { PlacedDescriptor, PlacedNode, PlacedProduct } from "../../model/mesh.ts";
import { membersOf, ownersOf, owningMembers } from "../../model/owner.ts";
import type { HasLeft } from "../../model/owner.ts";
import { parseInstant } from "../values/date.ts";
import { mostSensitive } from "./classification.ts";
import { customOf, facts, lazily, mountCustom } from "./custom.ts";
import type { FiledDocument, Mounts } from "./locator.ts";
import { contractClassification, inputPorts, outputPorts, statusOf } from "./ports.ts";
import { readersOf, unique } from "./readers.ts";
import type { World } from "./world.ts";

/** What products, consumers and contracts have in common. */
export function shared(
  world: World,
  placed: PlacedDescriptor,
  source: FiledDocument,
  mounts: Mounts,
  root: JsonPath,
): JsonObject {
  const { value } = source.document;
  mounts.mount(root, source, []);
  mountCustom(mounts, root, source, value, []);
  const { id, kind, status } = placed.summary;
  return facts(isObject(value) ? value : {}, {
    custom: customOf(value),
    file: placed.file,
    status: statusOf(status),
    twins: twinsOf(world, placed),
    lookalikes: [...world.lookalikes(kind, id)],
  });
}

/** What cannot be read keeps its old place, and another document may stand there now: the object tells, not the place. */
function twinsOf({ mesh }: World, placed: PlacedDescriptor): string[] {
  return mesh.duplicates
    .filter(({ places }) => places.includes(placed))
    .flatMap(({ places }) => places.filter((place) => place !== placed))
    .map(({ file }) => file);
}

/** Who reads and who answers for it: products and consumers. */
export function readerValue(
  world: World,
  placed: PlacedNode,
  source: FiledDocument,
  mounts: Mounts,
  root: JsonPath,
  asOf: string,
): JsonObject {
  const governing = placed.domain;
  const team = own(source.document.value, "team");
  mounts.mount([...root, "declaredDomain"], source, ["domain"]);
  mounts.mount([...root, "owners"], source, ["team"]);
  mounts.mount([...root, "namedOwners"], source, ["team"]);
  mounts.mount([...root, "activeMembers"], source, ["team"]);
  const value = facts(shared(world, placed, source, mounts, root), {
    declaredDomain: placed.summary.domain,
    domainKnown: governing !== undefined,
    owners: [...ownersOf(team, leftBy(asOf))],
    namedOwners: [...owningMembers(team, leftBy(asOf))],
    activeMembers: [...membersOf(team, leftBy(asOf))],
    domainOwners: domainOwners(world, governing),
    team: teamOf(team),
    inputPorts: inputPorts(world, placed, source, mounts, root),
  });
  delete value["domain"];
  return facts(value, { domain: governing });
}

function domainOwners({ guild }: World, governing: string | undefined): Json | undefined {
  const domain = guild.domains.find(({ id }) => id === governing);
  return domain && [...domain.owners];
}

/** Who leaves later is still here; who left on a day that does not exist is not. */
export function leftBy(asOf: string): HasLeft {
  const today = parseInstant(asOf);
  return (dateOut) => {
    const left = typeof dateOut === "string" ? parseInstant(dateOut) : undefined;
    return left === undefined || today === undefined || left <= today;
  };
}

/** ODPS 0.9 and ODCS 3.0 write the team as a list of members; later versions as an object. */
export function teamOf(team: Json | undefined): Json | undefined {
  return Array.isArray(team) ? facts({ members: list(team) }) : team;
}

export function productValue(
  world: World,
  placed: PlacedProduct,
  source: FiledDocument,
  mounts: Mounts,
  root: JsonPath,
  asOf: string,
): JsonObject {
  const { mesh } = world;
  const { id } = placed.summary;
  const edges = mesh.outgoing(id);
  const readers = readersOf(world, edges);
  const near = facts(readers, {
    otherDomains: list(readers["consumingDomains"]).filter((domain) => domain !== placed.domain),
    downstreams: unique(edges.filter(({ to }) => to.kind === "product").map(({ to }) => to.id)),
    upstreams: unique(mesh.links(placed).edges.map(({ from }) => from.id)),
  });
  return facts(readerValue(world, placed, source, mounts, root, asOf), {
    class: placed.summary.class,
    outputPorts: outputPorts(world, placed, source, mounts, root),
    classification: mostSensitive(
      placed.summary.outputPorts.map((port) => contractClassification(world, port)),
      world.guild.classifications,
    ),
    graph: lazily(near, { depth: () => mesh.depth(id), inCycle: () => isInCycle(world, id) }),
  });
}

/** Whether a product reads itself by way of others. */
export function isInCycle({ mesh }: World, id: string): boolean {
  return mesh.cycles.some(({ members }) => members.includes(id));
}
