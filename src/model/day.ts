/** A day of the calendar, `YYYY-MM-DD`. Days compare as texts. */
export type Day = string;

/** Whether a text is a day of the calendar in the form `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** The day in UTC of an RFC 3339 instant, or the day itself. */
export function dayOf(instant: string): Day | undefined {
  if (isDay(instant)) return instant;
  const isInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/.test(instant);
  const time = isInstant && isDay(instant.slice(0, 10)) ? Date.parse(instant) : Number.NaN;
  return Number.isNaN(time) ? undefined : new Date(time).toISOString().slice(0, 10);
}

/**
 * Whether what is dated `day` is so on `asOf`: a level in force, a grace over, a waiver begun or expired. Every date in
 * the rules means 00:00Z of its day, the first instant on which it counts, and nothing else decides about dates.
 */
export function hasCome(day: Day, asOf: Day): boolean {
  return asOf >= day;
}

/** The day `count` days later, or earlier. */
export function daysAfter(day: Day, count: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * MILLISECONDS).toISOString().slice(0, 10);
}

/** How many days lie between the two: 0 for the same day, negative when `to` is the earlier one. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / MILLISECONDS);
}

const MILLISECONDS = 86_400_000;
