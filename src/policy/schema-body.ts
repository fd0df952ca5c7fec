import { Ajv2020 } from "ajv/dist/2020.js";
import type { SourceDocument } from "../model/document.ts";
import type { Json, JsonObject, JsonPath } from "../model/json.ts";
import { isList, isObject, list, own, text } from "../model/json.ts";
import { follow, OPEN } from "../model/key-tree.ts";
import type { KeyTree } from "../model/key-tree.ts";
import { FILE_START } from "../model/location.ts";
import { checkShape } from "../source/check.ts";
import { didYouMean } from "../source/suggest.ts";
import type { Fault } from "./language/fault.ts";
import type { Failed } from "./language/result.ts";
import { failed } from "./language/result.ts";
import { MAX_LIST, MAX_TEXT } from "./language/scope.ts";
import { strangerFault } from "./language/path.ts";
import { quote } from "./language/show.ts";
import { wordFaults } from "./language/words.ts";
import { compilePattern } from "./values/pattern.ts";

/** Parts of a schema, those behind references counted at each reference: more would take too long to judge. */
const MAX_NODES = 5_000;
const MAX_DEPTH = 32;

/** Keywords that could fetch, rename or run what is not written in the schema. */
const REFUSED: ReadonlyMap<string, string> = new Map([
  ["$id", "a schema in a policy has no address"],
  ["$anchor", "refer to parts of the schema by their place, like #/$defs/name"],
  ["$dynamicRef", "write $ref"],
  ["$dynamicAnchor", "write $ref"],
  ["$data", "values are written out in the schema"],
  ["format", "formats are not checked; write a pattern, or a rule with an operator"],
]);

/** Keywords whose value is data and holds no schema. */
const DATA = new Set(["const", "enum", "default", "examples", "required", "description", "title", "$comment"]);
/** Keywords whose members are names that the author chose. */
const NAMED = new Set(["properties", "patternProperties", "$defs", "dependentSchemas", "dependentRequired"]);

/** Everything that keeps a schema from being the body of a policy. `element`: what it judges may be asked for. */
export function schemaFaults(schema: JsonObject, place: JsonPath, element: KeyTree): readonly Fault[] {
  if (Object.keys(schema).every((keyword) => SILENT.has(keyword))) {
    return [{ code: "policy-schema", message: "the schema judges nothing: it would always pass", path: place }];
  }
  const faults = keywordFaults(schema, place, 0);
  if (faults.length > 0) return faults;
  const size = sizeOf(schema, schema, []);
  if (typeof size === "string") return [{ code: "policy-schema", message: size, path: place }];
  if (size > MAX_NODES)
    return [{ code: "policy-schema", message: "the schema is too large: split the policy", path: place }];
  const misuse = ajvFault(schema);
  return misuse === undefined
    ? nameFaults(schema, place, element)
    : [{ code: "policy-schema", message: misuse, path: place }];
}

/** Keywords that judge nothing. */
const SILENT = new Set(["$defs", "$comment", "title", "description", "default", "examples"]);

/** Keywords whose schemas judge the same value, its elements, or (with their names) its members. */
const SAME = ["allOf", "anyOf", "oneOf", "not", "if", "then", "else"];
const ELEMENTS = ["items", "contains", "prefixItems", "additionalItems"];

/** Names of members that no fact has: a schema would judge them never. Behind references nobody looks. */
function nameFaults(schema: Json, place: JsonPath, tree: KeyTree): readonly Fault[] {
  if (isList(schema)) return schema.flatMap((part, index) => nameFaults(part, [...place, index], tree));
  if (!isObject(schema)) return [];
  const member = (name: string): ReturnType<typeof follow> => follow(tree, [name]);
  const required = list(own(schema, "required")).flatMap((name, index): readonly Fault[] => {
    const found = member(text(name) ?? "");
    if ("tree" in found) return [];
    return [{ code: "policy-schema", message: strangerFault(found), path: [...place, "required", index] }];
  });
  const properties = Object.entries(own(schema, "properties") ?? {}).flatMap(([name, part]): readonly Fault[] => {
    const [path, found] = [[...place, "properties", name], member(name)];
    if ("tree" in found) return nameFaults(part as Json, path, found.tree);
    return [{ code: "policy-schema", message: strangerFault(found), path, part: "key" }];
  });
  const below = (keywords: readonly string[], inside: KeyTree): readonly Fault[] =>
    keywords.flatMap((keyword) => nameFaults(own(schema, keyword) ?? null, [...place, keyword], inside));
  const words = ["const", "enum"].flatMap((keyword) =>
    wordFaults(String(place.at(-1)), tree, own(schema, keyword) ?? []).map((message): Fault => ({
      code: "policy-schema",
      message,
      path: [...place, keyword],
    })),
  );
  return [
    ...words,
    ...required,
    ...properties,
    ...below(SAME, tree),
    ...below(ELEMENTS, tree.open ? OPEN : (tree.elements ?? {})),
  ];
}

function keywordFaults(schema: Json, place: JsonPath, depth: number): readonly Fault[] {
  if (depth > MAX_DEPTH)
    return [{ code: "policy-schema", message: `a schema is at most ${MAX_DEPTH} levels deep`, path: place }];
  if (isList(schema)) return schema.flatMap((item, index) => keywordFaults(item, [...place, index], depth + 1));
  if (!isObject(schema)) return [];
  return Object.entries(schema).flatMap(([keyword, operand]) => {
    const path = [...place, keyword];
    const message = keywordFault(keyword, operand);
    if (message !== undefined) return [{ code: "policy-schema", message, path }];
    if (DATA.has(keyword)) return [];
    if (!NAMED.has(keyword)) return keywordFaults(operand, path, depth + 1);
    if (!isObject(operand)) return [];
    const patterns = keyword === "patternProperties" ? patternFaults(operand, path) : [];
    return [
      ...patterns,
      ...Object.entries(operand).flatMap(([name, part]) => keywordFaults(part, [...path, name], depth + 1)),
    ];
  });
}

function keywordFault(keyword: string, operand: Json): string | undefined {
  const refused = REFUSED.get(keyword);
  if (refused !== undefined) return `${keyword} is not allowed: ${refused}`;
  if (keyword === "$ref" && !(typeof operand === "string" && operand.startsWith("#/$defs/"))) {
    return `$ref is ${quote(operand)}: expected a part of this schema, like #/$defs/name`;
  }
  if (keyword === "const" && !isScalar(operand)) return "const compares with a text, number, true, false or null only";
  if (keyword === "enum" && !(isList(operand) && operand.every(isScalar))) {
    return "enum lists texts, numbers, true, false or null only";
  }
  return keyword === "pattern" ? patternFault(operand) : undefined;
}

function isScalar(value: Json): boolean {
  return typeof value !== "object" || value === null;
}

function patternFault(source: Json): string | undefined {
  const pattern = typeof source === "string" ? compilePattern(source) : "expected a text";
  return typeof pattern === "string" ? `the pattern ${quote(source)} is not RE2: ${pattern}` : undefined;
}

function patternFaults(patterns: JsonObject, place: JsonPath): readonly Fault[] {
  return Object.keys(patterns).flatMap((source) => {
    const message = patternFault(source);
    return message === undefined ? [] : [{ code: "policy-schema", message, path: [...place, source] }];
  });
}

/** How many parts judging takes at most, or why that has no bound: a reference that leads back to itself, or nowhere. */
function sizeOf(schema: Json, root: JsonObject, trail: readonly string[]): number | string {
  if (typeof schema !== "object" || schema === null) return 1;
  let size = 1;
  for (const [keyword, operand] of Object.entries<Json>(schema)) {
    if (DATA.has(keyword) || keyword === "$defs") continue;
    const part = keyword === "$ref" ? sizeBehind(operand, root, trail) : sizeOf(operand, root, trail);
    if (typeof part === "string") return part;
    size += part;
    if (size > MAX_NODES) return size;
  }
  return size;
}

function sizeBehind(reference: Json, root: JsonObject, trail: readonly string[]): number | string {
  if (typeof reference !== "string") return "$ref is a text";
  if (trail.includes(reference)) return `$ref ${quote(reference)} leads back to itself`;
  const [name = "", ...others] = reference.slice("#/$defs/".length).split("/");
  const target = own(own(root, "$defs"), name.replaceAll("~1", "/").replaceAll("~0", "~"));
  if (target === undefined || others.length > 0) return `$ref ${quote(reference)} leads nowhere: expected #/$defs/name`;
  return sizeOf(target, root, [...trail, reference]);
}

const regExp = Object.assign(
  (source: string) => {
    const pattern = compilePattern(source);
    if (typeof pattern === "string") throw new Error(pattern);
    return { test: (text: string) => pattern.finds(text) };
  },
  { code: "re2" },
);

let strict: Ajv2020 | undefined;

/** Made once: it has to compile the schema of schemas first. */
function strictAjv(): Ajv2020 {
  strict ??= new Ajv2020({ strict: true, strictRequired: false, strictTypes: false, logger: false, code: { regExp } });
  return strict;
}

/** Keywords that do not exist, have the wrong operand or cannot work together. */
function ajvFault(schema: JsonObject): string | undefined {
  const ajv = strictAjv();
  try {
    ajv.compile(schema);
    return undefined;
  } catch (error) {
    const message = error instanceof Error ? (error.message.split("\n")[0] ?? "") : "not a JSON Schema";
    const keyword = /unknown keyword: "(.*)"$/.exec(message)?.[1];
    return keyword === undefined
      ? message
      : `${quote(keyword)} is no keyword of JSON Schema${didYouMean(keyword, Object.keys(ajv.RULES.all)).replace(";", ":")}`;
  } finally {
    ajv.removeSchema(schema);
  }
}

/** Where a value does not fit a schema, and why. */
export interface Misfit {
  readonly path: JsonPath;
  readonly message: string;
}

/** Judges a value by a schema that has passed `schemaFaults`. Faults in the order of the value. */
export function misfits(schema: JsonObject, value: Json): readonly Misfit[] | Failed {
  if (!isBounded(value))
    return failed(`a text is longer than ${MAX_TEXT} characters or a list than ${MAX_LIST} elements`);
  const document: SourceDocument = { index: 0, value, range: () => FILE_START };
  return checkShape(schema, document).map(({ path, message }) => ({ path: stepsOf(path, value), message }));
}

function isBounded(value: Json): boolean {
  if (typeof value === "string") return value.length <= MAX_TEXT;
  if (isList(value)) return value.length <= MAX_LIST && value.every(isBounded);
  return !isObject(value) || Object.values(value).every(isBounded);
}

function stepsOf(pointer: string, root: Json): JsonPath {
  let value: Json | undefined = root;
  return pointer
    .split("/")
    .slice(1)
    .map((part) => {
      const key = part.replaceAll("~1", "/").replaceAll("~0", "~");
      const step = isList(value) ? Number(key) : key;
      value = isList(value) ? value[Number(key)] : own(value, key);
      return step;
    });
}
