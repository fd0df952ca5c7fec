/** The most sensitive of `values` by the guild's order (least first); undefined when none of them is in it. */
export function mostSensitive(values: Iterable<string | undefined>, order: readonly string[]): string | undefined {
  let highest = -1;
  for (const value of values) {
    if (value !== undefined) highest = Math.max(highest, order.indexOf(value));
  }
  return order[highest];
}
