import type { JsonObject } from "../../model/json.ts";
import { DOTS, GLOB, LONGEST_GLOB } from "../globs.ts";

/** What every file of Meshgate starts with. */
export function envelope(kind: string): JsonObject {
  return {
    apiVersion: { const: "meshgate/v1", description: "Version of Meshgate's own file formats." },
    kind: { const: kind, description: "What this file holds." },
  };
}

/** An object that knows the keys of `properties` and no others. */
export function closed(description: string, properties: JsonObject, required: readonly string[]): JsonObject {
  return { type: "object", description, additionalProperties: false, required: [...required], properties };
}

export function text(description: string): JsonObject {
  return { type: "string", minLength: 1, description, "x-expected": "text" };
}

export function matching(pattern: string, expected: string, description: string): JsonObject {
  return { type: "string", pattern, description, "x-expected": expected };
}

export function listOf(items: JsonObject, description: string): JsonObject {
  return { type: "array", items, description };
}

export const NAME = "^[A-Za-z0-9][A-Za-z0-9._-]*$";
export const NAME_WORDS = "a name of letters, digits, dots, dashes and underscores";

/** A glob that stays inside the repository. */
export function globs(description: string): JsonObject {
  const inside = "a glob below the root of the repository, such as products/listener/**";
  const glob = {
    type: "string",
    pattern: GLOB,
    maxLength: LONGEST_GLOB,
    not: { pattern: DOTS },
    description: inside,
    "x-expected": inside,
  };
  return listOf(glob, description);
}
