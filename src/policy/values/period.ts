import { dayNumber } from "./date.ts";

/** A length of time as calendars count it: how long it lasts depends on where it starts. */
export interface Period {
  readonly months: number;
  readonly days: number;
}

const PERIOD = /^P(?:(\d{1,6})Y)?(?:(\d{1,6})M)?(?:(\d{1,6})W)?(?:(\d{1,6})D)?$/;

/** An ISO 8601 duration of whole years, months, weeks and days: `P3M`, `P1Y6M`, `P90D`. */
export function parsePeriod(text: string): Period | undefined {
  const match = text === "P" ? null : PERIOD.exec(text);
  if (match === null) return undefined;
  const [years = 0, months = 0, weeks = 0, days = 0] = match.slice(1).map(count);
  return { months: 12 * years + months, days: 7 * weeks + days };
}

function count(part: string | undefined): number {
  return Number(part ?? 0);
}

/** The day that comes a period after another: first the months, in a shorter month at most its last day, then the days. */
export function addPeriod(day: number, { months, days }: Period): number {
  const from = new Date(0);
  from.setUTCDate(1 + day);
  const [year, month] = [from.getUTCFullYear(), from.getUTCMonth() + months];
  return Math.min(dayNumber(year, month, from.getUTCDate()), dayNumber(year, month + 1, 0)) + days;
}
