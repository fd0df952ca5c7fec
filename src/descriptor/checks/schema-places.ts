import type { Json, JsonPath } from "../../model/json.ts";
import { list, own } from "../../model/json.ts";

/** A part of a contract's `schema` and its path in the document. */
export interface Place {
  readonly path: JsonPath;
  readonly value: Json;
}

/** What `schema` consists of, in document order; gathered once for all checks. */
export interface SchemaPlaces {
  readonly objects: readonly Place[];
  /** Objects, and properties at any depth with the items of arrays and the keys and values of maps. */
  readonly elements: readonly Place[];
  /** Lists whose elements must be told apart: `schema` itself and every `properties`. */
  readonly lists: readonly Place[];
}

export function schemaPlaces(root: Json): SchemaPlaces {
  const schema = own(root, "schema");
  if (schema === undefined) return { objects: [], elements: [], lists: [] };
  const objects = list(schema).map((value, index) => ({ path: ["schema", index], value }));
  const places = { objects, elements: [] as Place[], lists: [{ path: ["schema"], value: schema }] as Place[] };
  for (const object of objects) gather(object, places);
  return places;
}

const INNER: readonly (readonly string[])[] = [["items"], ["map", "key"], ["map", "value"]];

function gather(place: Place, places: { readonly elements: Place[]; readonly lists: Place[] }): void {
  places.elements.push(place);
  const properties = own(place.value, "properties");
  if (properties !== undefined) {
    const path = [...place.path, "properties"];
    places.lists.push({ path, value: properties });
    list(properties).forEach((value, index) => {
      gather({ path: [...path, index], value }, places);
    });
  }
  for (const steps of INNER) {
    const value = steps.reduce<Json | undefined>(own, place.value);
    if (value !== undefined) gather({ path: [...place.path, ...steps], value }, places);
  }
}
