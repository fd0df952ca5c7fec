import { dayOf } from "../../model/day.ts";
import type { Json } from "../../model/json.ts";
import { canonical, isList, list, own, text } from "../../model/json.ts";

/** Custom properties by name. */
export type Custom = ReadonlyMap<string, Json>;

/** The custom properties of a part, by name. */
export function customOf(node: Json): Custom {
  const entries = list(own(node, "customProperties"));
  if (entries.length === 0) return NONE;
  return new Map(
    entries.flatMap((entry) => {
      const name = text(own(entry, "property"));
      return name === undefined ? [] : [[name, own(entry, "value") ?? null] as const];
    }),
  );
}

const NONE: Custom = new Map();

export function customWord(custom: Custom, name: string): string {
  const value = custom.get(name) ?? null;
  return value === null ? "" : plainText(value);
}

/** `meshgate.sunset`: the day in UTC on which something ends, or what stands there when it is no day; empty: none. */
export function sunsetOf(custom: Custom): string {
  const written = customWord(custom, "meshgate.sunset").trim();
  return dayOf(written) ?? written;
}

export function tagsOf(node: Json): readonly string[] {
  return list(own(node, "tags")).filter((tag) => typeof tag === "string");
}

/** Words about data, as one text to be compared; lists of them have no order. */
export function wordsOf(node: Json, keys: readonly string[]): string {
  const said: [string, Json][] = [];
  for (const key of keys) {
    const value = own(node, key);
    if (value !== undefined) said.push([key, isList(value) ? sorted(value) : value]);
  }
  return said.length === 0 ? "" : canonical(Object.fromEntries(said));
}

function sorted(values: readonly Json[]): readonly Json[] {
  return values
    .map((value) => ({ value, text: canonical(value) }))
    .sort((one, other) => (one.text < other.text ? -1 : Number(one.text > other.text)))
    .map(({ value }) => value);
}

/** What a table of ours says of a word that an author wrote: `constructor` is a word like any other. */
export function entryOf<T>(table: Readonly<Record<string, T>>, written: string): T | undefined {
  return Object.hasOwn(table, written) ? table[written] : undefined;
}

export function flag(node: Json, key: string): boolean {
  return own(node, key) === true;
}

/** A text or number as its author wrote it; empty when there is none. */
export function word(node: Json, key: string): string {
  const value = own(node, key);
  return value === undefined || value === null ? "" : plainText(value);
}

export function plainText(value: Json): string {
  return typeof value === "string" ? value : canonical(value);
}
