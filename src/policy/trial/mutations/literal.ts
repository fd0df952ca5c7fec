import { isList } from "../../../model/json.ts";
import { shown } from "../words.ts";
import type { Mutation } from "../site.ts";
import { neighboursOf, without } from "../near.ts";

/** A value that is slightly off, and a list that lacks an element. */
export const literal: Mutation = ({ expression, argument, path }) => {
  if (expression.kind !== "literal") return [];
  const { value } = expression;
  if (isList(value)) {
    return value.map((item, index) => ({
      written: without(value, index),
      change: `${shown(item)} dropped`,
      at: [...path, index],
    }));
  }
  return neighboursOf(value, argument?.type.name ?? "any").map((near) => ({
    written: near,
    change: `${shown(value)} -> ${shown(near)}`,
  }));
};
