/** More candidates than this are not looked through: a hint is not worth the time. */
const MANY = 50;

/**
 * The name among others that looks most like this one, if any does: the same but for case and separators, one the
 * beginning or end of the other, or few letters apart. It is only ever a hint.
 */
export function alikeIn(name: string, others: readonly string[]): string | undefined {
  if (others.length > MANY) return undefined;
  const ranked = others
    .map((other) => ({ other, distance: distanceOf(plain(name), plain(other)) }))
    .filter(({ distance }) => distance <= 1 / 3)
    .sort((one, next) => one.distance - next.distance);
  return ranked[0]?.other;
}

function plain(name: string): string {
  return name
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, "$1_$2")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "_")
    .slice(0, 60);
}

/** From 0, the same, to 1, nothing in common. */
function distanceOf(one: string, other: string): number {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  const bare = (name: string): string => name.replaceAll("_", "");
  if (bare(one) === bare(other)) return 0;
  if (short.length >= 3 && (long.startsWith(`${short}_`) || long.endsWith(`_${short}`))) return 0.3;
  return edits(one, other) / Math.max(long.length, 1);
}

/** How many letters have to be put in, left out or exchanged. */
function edits(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let index = 0; index < one.length; index++) {
    const next = [index + 1];
    for (let at = 0; at < other.length; at++) {
      const exchanged = (row[at] ?? 0) + (one[index] === other[at] ? 0 : 1);
      next.push(Math.min(exchanged, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
