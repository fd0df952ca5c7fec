import { isList } from "../../../model/json.ts";
import type { Mutation } from "../site.ts";
import { callOf, operationOf } from "../site.ts";

const OTHER: ReadonlyMap<string, string> = new Map([
  ["and", "or"],
  ["or", "and"],
]);

/** A condition less, and `and` for `or`. */
export const junction: Mutation = (site) => {
  const other = OTHER.get(callOf(site)?.operator.name ?? "");
  const { name, argument, items } = operationOf(site.written);
  if (other === undefined || !isList(argument) || items.length < 2) return [];
  return [
    ...items.map((_, index) => ({
      written: { [name]: items.filter((_, position) => position !== index) },
      change: "dropped",
      at: [...site.path, name, index],
    })),
    { written: { [other]: argument }, change: `${name} -> ${other}` },
  ];
};
