/** Operators that say the opposite of each other, and come upon the same missing facts and errors. */
export const OPPOSITES: ReadonlyMap<string, string> = new Map(
  [
    ["eq", "neq"],
    ["lt", "gte"],
    ["lte", "gt"],
    ["before", "notBefore"],
    ["after", "notAfter"],
    ["intersects", "disjoint"],
    ["any", "no"],
  ].flatMap(([one = "", other = ""]) => [
    [one, other],
    [other, one],
  ]),
);
