import type { SourceDocument } from "../../model/document.ts";
import { canonical, isList, isObject, list, own, text } from "../../model/json.ts";
import type { Json, JsonObject } from "../../model/json.ts";
import { fieldsOf, objectsOf } from "../../policy/facts/fields.ts";

/**
 * What a contract no longer gives as it did. `all`: something that every reader relies on. `paths`: objects and fields
 * that are gone or are defined otherwise. What is only added takes nothing from anybody.
 */
export interface ContractChange {
  readonly all: boolean;
  readonly paths: readonly string[];
}

export const EVERYTHING: ContractChange = { all: true, paths: [] };
export const NO_CHANGE: ContractChange = { all: false, paths: [] };

/** Words about data, wherever they stand: no data depends on them. Every other key counts, also those we do not know. */
const WORDING: ReadonlySet<string> = new Set([
  "id",
  "description",
  "dataGranularityDescription",
  "transformDescription",
  "businessName",
  "label",
  "synonyms",
  "context",
  "tags",
  "examples",
  "authoritativeDefinitions",
]);

/** What a contract says beside its schema that concerns every reader. Its names, team and support channels do not. */
const TERMS = ["servers", "roles", "price", "slaProperties", "customProperties"];

/** Lists of promises about an object or field, each of which stands by itself: another one takes nothing away. */
const GROWING: ReadonlySet<string> = new Set(["customProperties", "quality", "relationships"]);

/** Compares by content: layout, order of keys and fields, versions and wording do not count. */
export function contractChange(before: SourceDocument, after: SourceDocument): ContractChange {
  const [then, now] = [before.value, after.value];
  const broken = TERMS.flatMap((term) => brokenTerms(own(then, term), own(now, term)));
  const objects = broken.map((term) => objectsMeant(term, objectsOf(before)));
  const definitions = definitionsOf(after);
  const changed = [...definitionsOf(before)].filter(([path, definition]) => {
    const other = definitions.get(path);
    return other === undefined || !stillStands(definition, other);
  });
  return {
    all: objects.includes(undefined),
    paths: [...objects.flatMap((names) => names ?? []), ...changed.map(([path]) => path)],
  };
}

function brokenTerms(before: Json | undefined, after: Json | undefined): readonly Json[] {
  if (isList(before)) return missing(before, after);
  return before === undefined || isSame(before, after) ? [] : [before];
}

/**
 * The objects that a term is about; undefined: all. The element of a service level is where it is measured, such as the
 * column with the date that retention counts from, so its whole object is meant.
 */
function objectsMeant(term: Json, objects: readonly string[]): readonly string[] | undefined {
  const elements = text(own(term, "element"))?.split(",");
  const meant = elements?.map((element) => element.trim().split(".")[0] ?? "");
  return meant?.every((name) => objects.includes(name)) ? meant : undefined;
}

/** Every object and field by its path, each without the fields below it. */
function definitionsOf(document: SourceDocument): ReadonlyMap<string, JsonObject> {
  const objects = list(own(document.value, "schema")).flatMap((object, index) =>
    isObject(object) ? [[text(own(object, "name")) ?? String(index), withoutFields(object)] as const] : [],
  );
  return new Map([...objects, ...fieldsOf(document).map(({ path, node }) => [path, withoutFields(node)] as const)]);
}

/** Fields below list items and map values have paths of their own too. */
function withoutFields({ properties: _, items, map, ...rest }: JsonObject): JsonObject {
  return {
    ...rest,
    ...(isObject(items) && { items: withoutFields(items) }),
    ...(isObject(map) && { map: { ...map, value: isObject(map["value"]) ? withoutFields(map["value"]) : null } }),
  };
}

function stillStands(before: JsonObject, after: JsonObject): boolean {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].every((key) => {
    if (WORDING.has(key)) return true;
    const [then, now] = [own(before, key), own(after, key)];
    return GROWING.has(key) ? missing(then, now).length === 0 : isSame(then, now);
  });
}

function missing(before: Json | undefined, after: Json | undefined): readonly Json[] {
  const kept = new Set(list(after).map(substance));
  return list(before).filter((entry) => !kept.has(substance(entry)));
}

function isSame(one: Json | undefined, other: Json | undefined): boolean {
  return substance(one ?? null) === substance(other ?? null);
}

function substance(value: Json): string {
  return canonical(withoutWording(value));
}

function withoutWording(value: Json): Json {
  if (isList(value)) return value.map(withoutWording);
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(([key]) => !WORDING.has(key));
  return Object.fromEntries(kept.map(([key, member]) => [key, withoutWording(member)]));
}
