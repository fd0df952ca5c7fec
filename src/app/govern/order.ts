/** Sorts texts by code unit: the same everywhere, whatever the locale. */
export function order(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
