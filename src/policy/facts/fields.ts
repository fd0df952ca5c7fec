import { aliasesIn, pathsBelow } from "../../model/aliases.ts";
import type { Paths } from "../../model/aliases.ts";
import type { SourceDocument } from "../../model/document.ts";
import { isObject, list, own, text } from "../../model/json.ts";
import type { Json, JsonObject, JsonPath } from "../../model/json.ts";
import { reads } from "../../model/use.ts";

/** A field of a contract at any depth. */
export interface Field {
  /** `orders.address.zip`: the schema object's name, then the names down to the field; `[]` stands for list items. */
  readonly path: string;
  /** All paths that it goes by, its own first; with aliases on all levels they may be too many to list: undefined. */
  readonly paths: Paths;
  readonly object: string;
  readonly node: JsonObject;
  /** Where the field stands in its document. */
  readonly source: JsonPath;
  readonly leaf: boolean;
  /** Whether it, or what it stands in, is deprecated. */
  readonly deprecated: boolean;
}

const known = new WeakMap<SourceDocument, readonly Field[]>();

/** Every field of an ODCS document, in the order of the document. */
export function fieldsOf(document: SourceDocument): readonly Field[] {
  const found = known.get(document) ?? readFields(document.value);
  known.set(document, found);
  return found;
}

/** Names of the schema objects of an ODCS document. */
export function objectsOf(document: SourceDocument): readonly string[] {
  return namesOf(list(own(document.value, "schema")));
}

/** Names of those of them that are deprecated. */
export function deprecatedObjectsOf(document: SourceDocument): readonly string[] {
  return namesOf(list(own(document.value, "schema")).filter(isDeprecated));
}

function namesOf(objects: readonly Json[]): readonly string[] {
  return objects.flatMap((object) => text(own(object, "name")) ?? []);
}

function isDeprecated(node: Json): boolean {
  return own(node, "deprecated") === true;
}

function readFields(contract: Json): readonly Field[] {
  const fields: Field[] = [];
  list(own(contract, "schema")).forEach((object, index) => {
    const name = text(own(object, "name")) ?? String(index);
    const at = { path: name, paths: [name], object: name, source: ["schema", index], deprecated: isDeprecated(object) };
    walkProperties(object, at, fields);
  });
  return fields;
}

/** Where a walk stands. */
type Spot = Pick<Field, "path" | "paths" | "object" | "source" | "deprecated">;

function walkProperties(parent: Json, at: Spot, into: Field[]): void {
  const nodes = list(own(parent, "properties"));
  const aliases = aliasesIn(nodes);
  nodes.forEach((node, index) => {
    const name = text(own(node, "name"));
    if (name === undefined || !isObject(node)) return;
    const path = `${at.path}.${name}`;
    const paths = pathsBelow(at.paths, [name, ...(aliases[index] ?? [])]);
    const source = [...at.source, "properties", index];
    visit(node, { path, paths, object: at.object, source, deprecated: at.deprecated || isDeprecated(node) }, into);
  });
}

function visit(node: JsonObject, at: Spot, into: Field[]): void {
  const before = into.length;
  into.push({ ...at, node, leaf: true });
  walkProperties(node, at, into);
  walkElements(node, at, into);
  if (into.length > before + 1) into[before] = { ...at, node, leaf: false };
}

/** List items and map values have no name of their own: only the fields below them count. */
function walkElements(node: JsonObject, { path, paths, object, source, deprecated }: Spot, into: Field[]): void {
  const inside: readonly (readonly [Json | undefined, JsonPath])[] = [
    [own(node, "items"), ["items"]],
    [own(own(node, "map"), "value"), ["map", "value"]],
  ];
  for (const [element, steps] of inside) {
    if (!isObject(element)) continue;
    const at = {
      path: `${path}[]`,
      paths: paths?.map((one) => `${one}[]`),
      object,
      source: [...source, ...steps],
      deprecated: deprecated || isDeprecated(element),
    };
    walkProperties(element, at, into);
    walkElements(element, at, into);
  }
}

/** Whether reading `used` reads a field, by whichever of its names. Of too many names any in its object may be one. */
export function readsField(used: string, { paths, object }: Pick<Field, "paths" | "object">): boolean {
  return (paths ?? [object]).some((path) => reads(used, path));
}
