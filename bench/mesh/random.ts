/** Numbers that look random and are the same in every run (mulberry32). */
export interface Random {
  /** A whole number from 0 to `below` - 1. */
  whole(below: number): number;
  pick<T>(list: readonly T[]): T;
  /** Different members of a list, in its order. */
  some<T>(list: readonly T[], count: number): readonly T[];
  /** True in `share` of the cases, 0 to 1. */
  chance(share: number): boolean;
}

export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (below: number): number => Math.floor(next() * below);
  return {
    whole,
    chance: (share) => next() < share,
    pick(list) {
      const found = list[whole(list.length)];
      if (found === undefined) throw new RangeError("nothing to pick from");
      return found;
    },
    some(list, count) {
      let wanted = Math.min(count, list.length);
      return list.filter((_, index) => {
        const taken = whole(list.length - index) < wanted;
        if (taken) wanted -= 1;
        return taken;
      });
    },
  };
}
