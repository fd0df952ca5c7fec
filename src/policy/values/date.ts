const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME = /^(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9})\d*)?(?:[Zz]|([+-])(\d{2}):(\d{2}))$/;

/** In nanoseconds. */
const DAY = 86_400_000_000_000n;

/**
 * The instant that a `YYYY-MM-DD` date (its 00:00 UTC) or an RFC 3339 date-time names, in nanoseconds since 1970.
 * Undefined for every other form and for days, hours or offsets that do not exist.
 */
export function parseInstant(text: string): bigint | undefined {
  const midnight = parseDay(text.slice(0, 10));
  if (midnight === undefined || text.length === 10) return midnight;
  const time = /^[Tt]/.test(text.slice(10)) ? parseTime(text.slice(11)) : undefined;
  return time === undefined ? undefined : midnight + time;
}

function parseDay(text: string): bigint | undefined {
  const match = DATE.exec(text);
  if (match === null) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const number = dayNumber(year, month - 1, day);
  return formatDay(number) === text ? BigInt(number) * DAY : undefined;
}

/** The day in UTC that an instant lies in, counted from 1970-01-01. */
export function dayOf(instant: bigint): number {
  return Number((instant - (((instant % DAY) + DAY) % DAY)) / DAY);
}

/** A day counted from 1970-01-01. Months count from 0; one too many, or a day too many, leads into the next. */
export function dayNumber(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month, day) / 86_400_000;
}

/** `YYYY-MM-DD`; undefined for what lies outside the years that can be written so. */
export function formatDay(day: number): string | undefined {
  const date = new Date(0);
  date.setUTCDate(1 + day);
  const year = date.getUTCFullYear();
  return year >= 0 && year <= 9999 ? date.toISOString().slice(0, 10) : undefined;
}

function parseTime(text: string): bigint | undefined {
  const match = TIME.exec(text);
  if (match === null) return undefined;
  const [hour, minute, second] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const [offsetHour, offsetMinute] = [Number(match[6] ?? 0), Number(match[7] ?? 0)];
  if (hour > 23 || minute > 59 || second > 59 || offsetHour > 23 || offsetMinute > 59) return undefined;
  const offset = (offsetHour * 60 + offsetMinute) * (match[5] === "-" ? -1 : 1);
  const seconds = (hour * 60 + minute - offset) * 60 + second;
  return BigInt(seconds) * 1_000_000_000n + BigInt((match[4] ?? "").padEnd(9, "0"));
}
