import type { SourceDocument } from "../../model/document.ts";
import { isObject, list, own, text } from "../../model/json.ts";
import type { Json, JsonObject, JsonPath } from "../../model/json.ts";

/** A field of a contract at any depth. */
export interface Field {
  /** `orders.address.zip`: the schema object's name, then the names down to the field; `[]` stands for list items. */
  readonly path: string;
  readonly object: string;
  readonly node: JsonObject;
  /** Where the field stands in its document. */
  readonly source: JsonPath;
  readonly leaf: boolean;
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
  return list(own(document.value, "schema")).flatMap((object) => text(own(object, "name")) ?? []);
}

function readFields(contract: Json): readonly Field[] {
  const fields: Field[] = [];
  list(own(contract, "schema")).forEach((object, index) => {
    const name = text(own(object, "name")) ?? String(index);
    walkProperties(object, name, name, ["schema", index], fields);
  });
  return fields;
}

function walkProperties(parent: Json, prefix: string, object: string, source: JsonPath, into: Field[]): void {
  list(own(parent, "properties")).forEach((node, index) => {
    const name = text(own(node, "name"));
    if (name === undefined || !isObject(node)) return;
    visit(node, `${prefix}.${name}`, object, [...source, "properties", index], into);
  });
}

function visit(node: JsonObject, path: string, object: string, source: JsonPath, into: Field[]): void {
  const before = into.length;
  into.push({ path, object, node, source, leaf: true });
  walkProperties(node, path, object, source, into);
  walkElement(own(node, "items"), `${path}[]`, object, [...source, "items"], into);
  const map = own(node, "map");
  walkElement(own(map, "value"), `${path}[]`, object, [...source, "map", "value"], into);
  if (into.length > before + 1) into[before] = { path, object, node, source, leaf: false };
}

/** List items and map values have no name of their own: only the fields below them count. */
function walkElement(node: Json | undefined, path: string, object: string, source: JsonPath, into: Field[]): void {
  if (!isObject(node)) return;
  walkProperties(node, path, object, source, into);
  walkElement(own(node, "items"), `${path}[]`, object, [...source, "items"], into);
  walkElement(own(own(node, "map"), "value"), `${path}[]`, object, [...source, "map", "value"], into);
}

/** Whether reading `used` reads `field`: the same path, one inside the other, or a whole object. `[]` may be left out. */
export function reads(used: string, field: string): boolean {
  const [one, other] = [whole(used), plain(field)];
  return one === "*" || one === other || other.startsWith(`${one}.`) || one.startsWith(`${other}.`);
}

/** A use of all that stands in an object, `orders.*`, is a use of the object. */
export function whole(used: string): string {
  return plain(used).replace(/\.\*$/u, "");
}

/** A path without the marks of list items and map values, which readers need not write. */
export function plain(path: string): string {
  return path.replaceAll("[]", "");
}
