import { isList } from "../../../model/json.ts";
import type { Json, JsonPath } from "../../../model/json.ts";
import { neighboursOf, without } from "../near.ts";
import { replaced } from "../replaced.ts";
import { schemaChanges } from "../schema-mutations.ts";
import type { Change, Mutation, Site } from "../site.ts";
import { shown } from "../words.ts";

/** A value that is slightly off, a list that lacks an element, and a slip in a schema. */
export const literal: Mutation = (site) => {
  const { expression, argument, under, path } = site;
  if (expression.kind !== "literal") return [];
  const { value } = expression;
  if (argument?.form === "schema") return inSchema(site);
  // As a fallback a blank text stands for nothing, which any other strange text does too.
  if (value === "" && under?.operator.name === "default") return [];
  return valueChanges(value, argument?.type.name ?? "any", path);
};

/** A value of a type that is slightly off. */
export function valueChanges(value: Json, type: string, path: JsonPath): readonly Change[] {
  return isList(value)
    ? value.map((item, index) => ({
        written: without(value, index),
        change: `${shown(item)} dropped`,
        at: [...path, index],
      }))
    : neighboursOf(value, type).map((near) => ({ written: near, change: `${shown(value)} -> ${shown(near)}` }));
}

function inSchema({ written, path }: Site): readonly Change[] {
  return schemaChanges(written).map(({ path: below, written: other, change, at = below }) => {
    const place: JsonPath = [...path, ...at];
    return { written: replaced(written, below, other), change, at: place };
  });
}
