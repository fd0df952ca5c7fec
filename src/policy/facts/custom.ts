import { isObject, list, own, text } from "../../model/json.ts";
import type { Json, JsonObject, JsonPath } from "../../model/json.ts";
import { once } from "../../model/once.ts";
import type { FiledDocument, Mounts } from "./locator.ts";

/** An object without a prototype, so that a fact is only ever an own property. */
export function facts(...parts: readonly (Record<string, Json | undefined> | JsonObject)[]): Record<string, Json> {
  const result = Object.create(null) as Record<string, Json>;
  for (const part of parts) {
    for (const key of Object.keys(part)) {
      const value = part[key];
      if (value !== undefined) result[key] = value;
    }
  }
  return result;
}

/** Adds members that are worked out when somebody reads them, once. */
export function lazily(
  object: Record<string, Json>,
  members: Readonly<Record<string, () => Json>>,
): Record<string, Json> {
  for (const [key, read] of Object.entries(members))
    Object.defineProperty(object, key, { enumerable: true, get: once(read) });
  return object;
}

/** `customProperties` (Bitol's list of pairs) as a map; a property given twice keeps its last value. */
export function customOf(node: Json | undefined): JsonObject {
  const result = facts();
  for (const entry of list(own(node, "customProperties"))) {
    const name = text(own(entry, "property"));
    if (name !== undefined && isObject(entry)) result[name] = own(entry, "value") ?? null;
  }
  return result;
}

/** Mounts every entry of `custom` at the value it was taken from. */
export function mountCustom(
  mounts: Mounts,
  at: JsonPath,
  source: FiledDocument,
  node: Json | undefined,
  path: JsonPath,
): void {
  mounts.mount([...at, "custom"], source, [...path, "customProperties"]);
  list(own(node, "customProperties")).forEach((entry, index) => {
    const name = text(own(entry, "property"));
    if (name !== undefined)
      mounts.mount([...at, "custom", name], source, [...path, "customProperties", index, "value"]);
  });
}
