import { scaled } from "./decimal.ts";
import { parseDuration } from "./duration.ts";

/** An amount that can be compared with others of its dimension. */
export interface Quantity {
  readonly dimension: "number" | "share" | "time" | "data";
  /** In 10^-18 of the base unit: 1, one percent, one nanosecond, one byte. */
  readonly amount: bigint;
}

const NANOSECOND = 1_000_000_000n;

function units(dimension: Quantity["dimension"], factors: Record<string, bigint>): [string, Unit][] {
  return Object.entries(factors).map(([name, factor]) => [name, { dimension, factor }]);
}

interface Unit {
  readonly dimension: Quantity["dimension"];
  readonly factor: bigint;
}

/** `m` is left out on purpose: it could be minutes or months. */
const UNITS: ReadonlyMap<string, Unit> = new Map([
  ...units("number", { "": 1n }),
  ...units("share", { "%": 1n }),
  ...units("time", {
    ns: 1n,
    us: 1_000n,
    ms: 1_000_000n,
    s: NANOSECOND,
    min: 60n * NANOSECOND,
    h: 3_600n * NANOSECOND,
    d: 86_400n * NANOSECOND,
    w: 604_800n * NANOSECOND,
  }),
  ...units("data", {
    B: 1n,
    kB: 1_000n,
    KB: 1_000n,
    MB: 1_000n ** 2n,
    GB: 1_000n ** 3n,
    TB: 1_000n ** 4n,
    PB: 1_000n ** 5n,
    KiB: 1_024n,
    MiB: 1_024n ** 2n,
    GiB: 1_024n ** 3n,
    TiB: 1_024n ** 4n,
    PiB: 1_024n ** 5n,
  }),
]);

/** Units that a quantity may carry, for messages and documentation. */
export const UNIT_NAMES: readonly string[] = [...UNITS.keys()].filter((name) => name !== "");

/** A number with a unit (`99.9%`, `24h`, `10 GB`), an ISO 8601 duration, or a bare number. Never negative. */
export function parseQuantity(value: string | number): Quantity | undefined {
  const text = String(value);
  const duration = parseDuration(text);
  if (duration !== undefined) return { dimension: "time", amount: duration * NANOSECOND };
  const match = /^([\d.]{1,49}) ?([A-Za-z%]{0,3})$/.exec(text);
  const unit = UNITS.get(match?.[2] ?? "");
  if (match === null || unit === undefined) return undefined;
  const amount = scaled(match[1] ?? "", unit.factor);
  return amount === undefined ? undefined : { dimension: unit.dimension, amount };
}
