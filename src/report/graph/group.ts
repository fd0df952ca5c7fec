/** Items by key, keys in the order of their first item. */
export function groupBy<K, I>(items: Iterable<I>, key: (item: I) => K): ReadonlyMap<K, readonly I[]> {
  const groups = new Map<K, I[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
}
