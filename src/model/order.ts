/** Sorts texts by code unit: the same on every machine, whatever the locale. */
export function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
