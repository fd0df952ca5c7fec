import type { JsonObject } from "../../model/json.ts";
import type { Format } from "../format.ts";
import { toJsonSchema } from "./json-schema.ts";
import type { Version } from "./shape.ts";

const drawn = new Map<string, JsonObject>();

/** The JSON Schema of one version of a format. The same object for the same version, so that it is compiled once. */
export function schemaFor(format: Format, version: Version): JsonObject {
  const key = `${format.id} ${version}`;
  const known = drawn.get(key);
  if (known !== undefined) return known;
  const schema = toJsonSchema(`${format.title} ${version}`, format.shape, version);
  drawn.set(key, schema);
  return schema;
}
