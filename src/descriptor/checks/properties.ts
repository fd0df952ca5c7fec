import type { Json, JsonPath } from "../../model/json.ts";
import { list, own } from "../../model/json.ts";

/** A part of a contract's `schema` and its path in the document. */
export interface Place {
  readonly path: JsonPath;
  readonly value: Json;
}

/** The list of properties of an object or property, and every such list below it, also in arrays and maps. */
export function* propertyLists(place: Place): Generator<Place> {
  const properties = own(place.value, "properties");
  if (properties !== undefined) {
    const path = [...place.path, "properties"];
    yield { path, value: properties };
    for (const [index, property] of list(properties).entries()) {
      yield* propertyLists({ path: [...path, index], value: property });
    }
  }
  for (const inner of innerElements(place)) yield* propertyLists(inner);
}

/** Every property at any depth, with the items of arrays and the keys and values of maps. */
export function* allProperties(place: Place): Generator<Place> {
  for (const [index, property] of list(own(place.value, "properties")).entries()) {
    const inner = { path: [...place.path, "properties", index], value: property };
    yield inner;
    yield* allProperties(inner);
  }
  for (const inner of innerElements(place)) {
    yield inner;
    yield* allProperties(inner);
  }
}

export function schemaObjects(root: Json): readonly Place[] {
  return list(own(root, "schema")).map((value, index) => ({ path: ["schema", index], value }));
}

const INNER: readonly JsonPath[] = [["items"], ["map", "key"], ["map", "value"]];

function innerElements({ path, value }: Place): readonly Place[] {
  return INNER.flatMap((steps) => {
    const inner = steps.reduce<Json | undefined>((at, step) => own(at, String(step)), value);
    return inner === undefined ? [] : [{ path: [...path, ...steps], value: inner }];
  });
}
