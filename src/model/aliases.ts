import type { Json } from "./json.ts";
import { canonical, isList, list, own, text } from "./json.ts";

/** The custom property of a field of a contract that lists the names under which its data is delivered besides. */
export const ALIASES = "meshgate.aliases";

/**
 * The aliases of each of the fields that stand beside each other in a contract, sorted, without its own name: a text or
 * a list of texts; anything else is none. What several of them go by names none of them, unless it is the name of one.
 */
export function aliasesIn(fields: readonly Json[]): readonly (readonly string[])[] {
  const written = fields.map(writtenAliases);
  if (written.every((aliases) => aliases.length === 0)) return written;
  const holders = new Map<string, number>();
  fields.forEach((field, index) => {
    const names = [wordAt(field, "name"), wordAt(field, "physicalName"), ...(written[index] ?? [])];
    for (const name of new Set(names)) holders.set(name, (holders.get(name) ?? 0) + 1);
  });
  return written.map((aliases) => aliases.filter((alias) => holders.get(alias) === 1));
}

function writtenAliases(field: Json): readonly string[] {
  // Of several with this name the last counts, as of all custom properties.
  const entry = list(own(field, "customProperties")).findLast((one) => own(one, "property") === ALIASES);
  if (entry === undefined) return NONE;
  const value = own(entry, "value");
  const texts = typeof value === "string" ? [value] : isList(value) ? value.map(text) : [];
  const names = texts.filter((one) => one !== undefined);
  if (names.length < texts.length) return NONE;
  const name = wordAt(field, "name");
  return [...new Set(names)].filter((alias) => alias.trim() !== "" && alias !== name).sort();
}

const NONE: readonly string[] = [];

function wordAt(field: Json, key: string): string {
  const value = own(field, key) ?? "";
  return typeof value === "string" ? value : canonical(value);
}

/** All paths that a field goes by, its own first; undefined where aliases on all levels make more than can be listed. */
export type Paths = readonly string[] | undefined;

/** Paths by names on many levels multiply. */
const MOST_PATHS = 100;

/** The paths of a field with these names under a parent with those paths. */
export function pathsBelow(parents: Paths, names: readonly string[]): Paths {
  if (parents === undefined || parents.length * names.length > MOST_PATHS) return undefined;
  return parents.flatMap((parent) => names.map((name) => `${parent}.${name}`));
}
