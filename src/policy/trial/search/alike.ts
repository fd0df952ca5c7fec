import type { FilePlace } from "../../../model/facts.ts";
import type { Json, JsonPath } from "../../../model/json.ts";
import { isList, isObject } from "../../../model/json.ts";
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
  return [...files].flatMap(([file, text]) => {
    const { documents } = readSource(encode(text));
    const [document, second] = documents;
    if (document === undefined || second !== undefined) return [];
    return keysIn(document.value, [])
      .filter((path) => isPartOf(String(path.at(-1)), name))
      .map((path) => ({ file, path }));
  });
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
