import { describe, expect, it } from "vitest";
import type { Json } from "../../src/model/json.ts";
import { isList, isObject, own } from "../../src/model/json.ts";
import { FORMATS } from "../../src/descriptor/formats/index.ts";
import { schemaFor } from "../../src/descriptor/schemas/index.ts";

const all = FORMATS.flatMap((format) => format.versions.map((version) => ({ format, version, id: format.id })));

describe("published schemas", () => {
  it.each(all)("$id $version describes every key", ({ format, version }) => {
    const bare = Object.entries(definitions(schemaFor(format, version))).flatMap(([name, definition]) =>
      Object.entries(own(definition, "properties") ?? {})
        .filter(([, property]) => typeof own(property, "description") !== "string")
        .map(([key]) => `${name}.${key}`),
    );
    expect(bare).toEqual([]);
  });

  it.each(all)("$id $version refers to nothing outside of itself", ({ format, version }) => {
    const schema = schemaFor(format, version);
    const known = new Set(Object.keys(definitions(schema)).map((name) => `#/$defs/${name}`));
    expect(refs(schema).filter((ref) => !known.has(ref))).toEqual([]);
  });

  it.each(all)("$id $version is drawn once", ({ format, version }) => {
    expect(schemaFor(format, version)).toBe(schemaFor(format, version));
  });
});

function definitions(schema: Json): Record<string, Json> {
  const inner = own(schema, "$defs");
  return { ...(isObject(inner) ? inner : {}), root: schema };
}

function refs(value: Json): readonly string[] {
  if (isList(value)) return value.flatMap(refs);
  if (!isObject(value)) return [];
  const ref = value["$ref"];
  return [...(typeof ref === "string" ? [ref] : []), ...Object.values(value).flatMap(refs)];
}
