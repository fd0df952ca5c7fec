import { expect, it } from "vitest";
import { isList, isObject } from "../../src/model/json.ts";
import { GUILD_SCHEMA } from "../../src/settings/schemas/guild.ts";
import { SETTINGS_SCHEMA } from "../../src/settings/schemas/settings.ts";

/** Pointers of the schemas that editors show without a word of explanation. */
function silent(schema: unknown, at = ""): readonly string[] {
  if (!isObject(schema)) return [];
  const { properties, items, additionalProperties } = schema;
  const members = isObject(properties) ? Object.entries(properties) : [];
  return [
    ...(typeof schema["description"] === "string" ? [] : [at]),
    ...members.flatMap(([key, member]) => silent(member, `${at}/${key}`)),
    ...silent(items, `${at}[]`),
    ...silent(additionalProperties, `${at}{}`),
  ];
}

it.each([
  ["meshgate.yaml", SETTINGS_SCHEMA],
  ["guild.yaml", GUILD_SCHEMA],
])("the schema of %s explains every key", (name, schema) => {
  expect(schema["title"]).toBe(name);
  expect(isList(schema["required"])).toBe(true);
  expect(silent(schema)).toEqual([]);
});
