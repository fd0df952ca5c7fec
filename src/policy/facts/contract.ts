import { plain } from "../../model/use.ts";
import { ALIASES } from "../../model/aliases.ts";
import { isObject, list, own, text } from "../../model/json.ts";
import type { Json, JsonObject, JsonPath } from "../../model/json.ts";
import { governingDomain } from "../../model/governing.ts";
import type { Edge, PlacedContract, PlacedProduct } from "../../model/mesh.ts";
import type { Entity } from "../../model/settings.ts";
import { mostSensitive } from "./classification.ts";
import { customOf, facts, lazily, mountCustom } from "./custom.ts";
import { canBeTried, invalidExamples } from "./examples.ts";
import { fieldsOf } from "./fields.ts";
import type { Field } from "./fields.ts";
import { lifelikeExamples } from "./lifelike.ts";
import type { FiledDocument, Mounts } from "./locator.ts";
import { shared, teamOf } from "./node.ts";
import { isPersonal } from "./personal.ts";
import { contractOf, statusOf } from "./ports.ts";
import { readersOf } from "./readers.ts";
import { slaOf } from "./sla.ts";
import { snakeName } from "./snake-name.ts";
import { termOf } from "./term.ts";
import type { World } from "./world.ts";

export function contractValue(
  world: World,
  placed: PlacedContract,
  source: FiledDocument,
  mounts: Mounts,
  root: JsonPath,
): JsonObject {
  const exposing = productsOf(world, placed);
  const fields = fieldsOf(source.document);
  const value = facts(shared(world, placed, source, mounts, root), {
    team: teamOf(own(source.document.value, "team")),
    products: exposing.map((product) => product.summary.id),
    productStatuses: exposing
      .map((product) => statusOf(product.summary.status))
      .filter((status) => status !== undefined),
    ...readersOf(world, readingEdges(world, placed)),
    fields: fields.map((field, index) => {
      mounts.mount([...root, "fields", index], source, field.source);
      mountCustom(mounts, [...root, "fields", index], source, field.node, field.source);
      return fieldValue(world, field);
    }),
    sla: slaValue(source, mounts, root),
    classification: mostSensitive(
      fields.map((field) => text(own(field.node, "classification"))),
      world.guild.classifications,
    ),
  });
  delete value["domain"];
  return facts(value, { domain: governingDomain(world.mesh, placed) });
}

/** Products with an output port that this contract governs. */
export function productsOf(world: World, placed: PlacedContract): readonly PlacedProduct[] {
  return world.mesh
    .exposing(placed.summary.id)
    .filter((product) => product.summary.outputPorts.some((port) => contractOf(world, port)?.contract === placed));
}

/** The edges along which data of this contract, in this version of it, is read. */
export function readingEdges(world: World, placed: PlacedContract): readonly Edge[] {
  return productsOf(world, placed)
    .flatMap(({ summary }) => world.mesh.outgoing(summary.id))
    .filter(({ from }) => contractOf(world, from.port)?.contract === placed);
}

/**
 * The fields of a contract, each with what it was at base: what stood under its path, else under its stable id, else
 * under the name that it says it had (`meshgate.renamedFrom`) or still goes by (`meshgate.aliases`), else under its path in the one object that is gone where
 * one is new. How often a field occurs (`[]`) makes it no other field.
 */
export function comparedFields(contract: JsonObject, base: JsonObject): Json[] {
  const [now, then] = [list(own(contract, "fields")), list(own(base, "fields"))];
  const byPath = new Map(then.map((field) => [pathOf(field), field]));
  const byId = new Map(then.flatMap((field) => withKey(text(own(field, "id")), field)));
  const former = formerObject(now, then);
  return now.map((field) => {
    const path = pathOf(field);
    const before =
      byPath.get(path) ??
      byId.get(text(own(field, "id")) ?? "") ??
      byPath.get(renamedPath(path, text(own(own(field, "custom"), "meshgate.renamedFrom")) ?? "")) ??
      aliasesOf(field).reduce<Json | undefined>(
        (found, alias) => found ?? byPath.get(renamedPath(path, alias)),
        undefined,
      ) ??
      (former && byPath.get(path.replace(former.now, former.then)));
    return facts(isObject(field) ? field : {}, { before: before && beforeValue(before) });
  });
}

/** The names under which the data of a field is delivered besides: one of them may be its former name. */
function aliasesOf(field: Json): readonly string[] {
  const value = own(own(field, "custom"), ALIASES);
  return (typeof value === "string" ? [value] : list(value)).flatMap((alias) => text(alias) ?? []);
}

function withKey<T>(key: string | undefined, value: T): readonly (readonly [string, T])[] {
  return key === undefined ? [] : [[key, value]];
}

function pathOf(field: Json): string {
  return plain(text(own(field, "path")) ?? "");
}

/** The path of a field under another name. */
function renamedPath(path: string, name: string): string {
  return `${path.slice(0, path.lastIndexOf(".") + 1)}${name}`;
}

/** The object that took the place of another: the only new one, where only one is gone. */
function formerObject(
  now: readonly Json[],
  then: readonly Json[],
): { readonly now: string; readonly then: string } | undefined {
  const names = (fields: readonly Json[]): ReadonlySet<string> =>
    new Set(fields.map((field) => text(own(field, "object")) ?? ""));
  const [before, after] = [names(then), names(now)];
  const gone = [...before].filter((name) => !after.has(name));
  const added = [...after].filter((name) => !before.has(name));
  const [first] = gone;
  const [second] = added;
  if (first === undefined || second === undefined || gone.length + added.length > 2) return undefined;
  return { now: second, then: first };
}

function beforeValue(field: Json): Json {
  const [classification, personal, custom] = ["classification", "personal", "custom"].map((name) => own(field, name));
  return facts({ classification: text(classification), personal, custom });
}

function fieldValue(world: World, field: Field): Json {
  const name = text(own(field.node, "name"));
  const entity = world.guild.entities.find((entity) => entity.identifier === name);
  const value = facts(field.node, {
    object: field.object,
    path: field.path,
    leaf: field.leaf,
    custom: customOf(field.node),
    personal: isPersonal(field.node),
    snakeName: snakeName(name ?? ""),
    term: termOf(field.node),
    entity: entity && entityValue(entity),
  });
  if (list(own(field.node, "examples")).length === 0) return value;
  return lazily(value, {
    ...(canBeTried(field.node) && { invalidExamples: () => invalidExamples(field.node) }),
    lifelikeExamples: () => lifelikeExamples(field.node),
  });
}

function entityValue({ id, identifier, logicalType, definition }: Entity): Json {
  return facts({ id, identifier, logicalType, definition });
}

function slaValue(source: FiledDocument, mounts: Mounts, root: JsonPath): Json {
  const sla = facts();
  mounts.mount([...root, "sla"], source, ["slaProperties"]);
  for (const [name, { index, value }] of slaOf(source.document)) {
    mounts.mount([...root, "sla", name], source, ["slaProperties", index]);
    sla[name] = value;
  }
  return sla;
}
