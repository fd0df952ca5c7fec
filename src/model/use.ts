/** A path to a field without the marks of list items, map values and keys, which readers need not write. */
export function plain(path: string): string {
  return path.replaceAll(/\[\]|\{(?:key)?\}/gu, "").trim();
}

/** What an entry of `meshgate.uses` names: a use of all that stands in an object, `orders.*`, is one of the object. */
export function whole(used: string): string {
  return plain(used).replace(/\.\*$/u, "");
}

/** Whether two plain paths are the same, or one stands inside the other. */
export function isRelated(one: string, other: string): boolean {
  return one === other || one.startsWith(`${other}.`) || other.startsWith(`${one}.`);
}

/** Whether an entry of `meshgate.uses` reads a path: `*` reads everything. */
export function reads(used: string, path: string): boolean {
  const one = whole(used);
  return one === "*" || isRelated(one, plain(path));
}
