import type { Json, JsonPath } from "../model/json.ts";
import { list, own, text } from "../model/json.ts";
import type { PayloadKind, PayloadName } from "../model/payload.ts";

/** Our own way to name payload schemas, where a contract has no other: a path, or a list of them. */
const PROPERTY = "meshgate.payload";

/**
 * The payload schemas that a contract names as files of its repository: for itself, its servers, objects and fields at
 * any depth. An address elsewhere is no file of the repository and is left out.
 */
export function payloadsIn(contract: Json): readonly PayloadName[] {
  return [
    ...namedAt(contract, "", []),
    ...list(own(contract, "servers")).flatMap((server, index) => namedAt(server, "", ["servers", index])),
    ...list(own(contract, "schema")).flatMap((object, index) =>
      namedBelow(object, word(object, "name"), ["schema", index]),
    ),
  ];
}

function namedBelow(node: Json, element: string, place: JsonPath): readonly PayloadName[] {
  const part = (value: Json | undefined, mark: string, ...steps: readonly string[]): readonly PayloadName[] =>
    value === undefined ? [] : namedBelow(value, `${element}${mark}`, [...place, ...steps]);
  return [
    ...namedAt(node, element, place),
    ...list(own(node, "properties")).flatMap((field, index) =>
      namedBelow(field, `${element}.${word(field, "name")}`, [...place, "properties", index]),
    ),
    ...part(own(node, "items"), "[]", "items"),
    ...part(own(own(node, "map"), "value"), "{}", "map", "value"),
  ];
}

function namedAt(node: Json, element: string, place: JsonPath): readonly PayloadName[] {
  const linked = list(own(node, "authoritativeDefinitions")).flatMap((definition, index) => {
    const url = text(own(definition, "url")) ?? "";
    const kind = hasScheme(url) || url === "" ? undefined : linkedKind(word(definition, "type"), url);
    return kind === undefined
      ? []
      : [{ kind, url, element, place: [...place, "authoritativeDefinitions", index, "url"] }];
  });
  const stated = list(own(node, "customProperties")).flatMap((property, index) => {
    const value = own(property, "property") === PROPERTY ? (own(property, "value") ?? null) : null;
    const at = [...place, "customProperties", index, "value"];
    if (!Array.isArray(value)) return typeof value === "string" ? [{ url: value, at }] : [];
    return list(value).flatMap((url, position) => (typeof url === "string" ? [{ url, at: [...at, position] }] : []));
  });
  return [...linked, ...stated.map(({ url, at }) => ({ kind: kindOf(url) ?? "other", url, element, place: at }))];
}

/** RFC 3986 section 3.1. */
function hasScheme(url: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/iu.test(url);
}

const KINDS: Readonly<Record<string, PayloadKind>> = {
  avro: "avro",
  avroschema: "avro",
  jsonschema: "json-schema",
  protobuf: "protobuf",
  proto: "protobuf",
};

/** What a definition is by its type; one that is only called a schema, by its name. */
function linkedKind(type: string, url: string): PayloadKind | undefined {
  const plain = type.toLowerCase().replaceAll(/[\s_-]/gu, "");
  if (Object.hasOwn(KINDS, plain)) return KINDS[plain];
  if (plain === "schema") return kindOf(url) ?? "other";
  // Any JSON file may be linked; only those that call themselves a schema are one.
  return /(?<!\.schema)\.json$/iu.test(url) ? undefined : kindOf(url);
}

function kindOf(url: string): PayloadKind | undefined {
  if (/\.avsc$/iu.test(url)) return "avro";
  if (/\.proto$/iu.test(url)) return "protobuf";
  return /\.(json|jsonschema)$/iu.test(url) ? "json-schema" : undefined;
}

/** A text or number as its author wrote it; empty when there is none. */
function word(node: Json, key: string): string {
  const value = own(node, key);
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
