import type { FilePlace } from "../../../model/facts.ts";
import type { Json, JsonPath } from "../../../model/json.ts";
import { isList, isObject } from "../../../model/json.ts";
import type { RepoPath } from "../../../model/location.ts";
import { encode } from "../../../source/encode.ts";
import { readSource } from "../../../source/read.ts";
import type { Files } from "../../patch.ts";

/** Shorter names say too little. */
const MIN_NAME = 4;

/**
 * Places in files that a derived fact may be made of, by its name: `productStatuses` of every `status`. A guess that is
 * tried and not trusted.
 */
export function alikePlaces(fact: JsonPath, files: Files): readonly FilePlace[] {
  const name = (fact.findLast((step) => typeof step === "string") ?? "").toLowerCase();
  return placesIn(files).filter(({ path }) => isPartOf(String(path.at(-1)), name));
}

const known = new WeakMap<Files, readonly FilePlace[]>();

/** A guess in one file of very many is hardly right. */
const MAX_FILES = 50;

/** Every place with a name. */
function placesIn(files: Files): readonly FilePlace[] {
  const few = files.size > MAX_FILES ? [] : [...files];
  const found = known.get(files) ?? few.flatMap(([file, text]) => placesOf(file, text));
  known.set(files, found);
  return found;
}

function placesOf(file: RepoPath, text: string): readonly FilePlace[] {
  const [document, second] = readSource(encode(text)).documents;
  return document === undefined || second !== undefined
    ? []
    : keysIn(document.value, []).map((path) => ({ file, path }));
}

function isPartOf(key: string, name: string): boolean {
  return key.length >= MIN_NAME && name.includes(key.toLowerCase());
}

/** Paths of everything that has a name. */
function keysIn(value: Json, path: JsonPath): readonly JsonPath[] {
  if (isList(value)) return value.flatMap((item, index) => keysIn(item, [...path, index]));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, member]) => [[...path, key], ...keysIn(member, [...path, key])]);
}
