import type { Example } from "../example.ts";
import { withField } from "../example.ts";

const custom = (value: string): string =>
  value === "" ? "" : `customProperties: [{ property: meshgate.sunset, value: ${value} }]`;
const SIDES: Readonly<Record<string, (value: string) => string>> = {
  contract: (value) => `id: orders\n${custom(value)}\nschema: [{ name: orders }]`,
  object: (value) => `id: orders\nschema:\n  - name: orders\n    ${custom(value)}`,
  field: (value) => withField(`logicalType: string\n${custom(value)}`),
};

/** What happens to the day on which a contract, an object and a field end. */
const MOVES: readonly (readonly [before: string, after: string, told: string])[] = [
  ["", "2026-07-01", "announced ok ok safe minor"],
  ["2026-07-01", "", "withdrawn ok ok safe minor"],
  ["2026-07-01", "2026-06-30", "earlier broken ok breaking major"],
  ["2026-07-01", "2027-01-01", "later ok broken safe minor"],
  ["2026-07-01", "soon", "unclear unknown unknown risky minor"],
  ["", "2026-02-30", "unclear unknown unknown risky minor"],
  ["2026-07-01", "2026-07-01T12:00:00Z", ""],
];

/** Pairs for the rules in src/compat/rules/sunset. */
export const SUNSET_PAIRS: readonly Example[] = Object.entries(SIDES).flatMap(([level, side]) =>
  MOVES.map(([before, after, told]) => ({
    title: `the sunset of the ${level}: ${before || "none"} → ${after || "none"}`,
    before: side(before),
    after: side(after),
    told: told === "" ? [] : [`${level}.sunset.${told}`],
  })),
);
