import { scaled } from "./decimal.ts";

const NUMBER = String.raw`(\d+(?:\.\d+)?)`;
const DURATION = new RegExp(
  `^P(?:${NUMBER}Y)?(?:${NUMBER}M)?(?:${NUMBER}W)?(?:${NUMBER}D)?(?:T(?:${NUMBER}H)?(?:${NUMBER}M)?(?:${NUMBER}S)?)?$`,
);

/**
 * Seconds of each component. A year is the mean Gregorian year (365.2425 days) and a month a twelfth of it, so that
 * durations have one total order and `P12M` equals `P1Y`.
 */
const SECONDS = [31_556_952n, 2_629_746n, 604_800n, 86_400n, 3_600n, 60n, 1n];

/** The length of an ISO 8601 duration (`P30D`, `PT24H`, `P1Y6M`), in 10^-18 seconds. Without signs and decimal commas. */
export function parseDuration(text: string): bigint | undefined {
  const match = text.length > 100 || /[PT]$/.test(text) ? null : DURATION.exec(text);
  if (match === null) return undefined;
  let total = 0n;
  for (const [index, seconds] of SECONDS.entries()) {
    const part = match[index + 1];
    const length = part === undefined ? 0n : scaled(part, seconds);
    if (length === undefined) return undefined;
    total += length;
  }
  return total;
}
