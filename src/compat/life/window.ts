import type { Day } from "../../model/day.ts";
import { daysAfter } from "../../model/day.ts";
import type { Window } from "../../model/window.ts";
import { isWindow } from "../../model/window.ts";

/**
 * The first day on which something may go whose end was announced on the day `announced`. A quarter is over with its last
 * day: what must stay until then goes on the first day of the next. Months are those of the calendar; where a month has
 * no such day, the first day after it counts, so that no notice is shorter than it says.
 *
 * @throws RangeError when `window` is none.
 */
export function removableFrom(announced: Day, window: Window): Day {
  if (!isWindow(window)) throw new RangeError(`"${window}" is no notice: write endOfNextQuarter, 30d or P3M`);
  if (window === "endOfQuarter") return quarterAfter(announced, 1);
  if (window === "endOfNextQuarter") return quarterAfter(announced, 2);
  const [years, months, weeks, days] = ["Y", "M", "W", "D"].map((unit) => amount(window, unit));
  return daysAfter(monthsAfter(announced, 12 * (years ?? 0) + (months ?? 0)), 7 * (weeks ?? 0) + (days ?? 0));
}

/** Of `30d` and of a period. */
function amount(window: Window, unit: string): number {
  return Number(new RegExp(`(\\d+)${unit}`, "i").exec(window)?.[1] ?? 0);
}

/** The first day of the quarter so many quarters later. */
function quarterAfter(day: Day, count: number): Day {
  const [year, month] = partsOf(day);
  return firstOfMonth(year, month - ((month - 1) % 3) + 3 * count);
}

function monthsAfter(day: Day, count: number): Day {
  if (count === 0) return day;
  const [year, month, date] = partsOf(day);
  const first = firstOfMonth(year, month + count);
  const same = daysAfter(first, date - 1);
  return same.slice(0, 7) === first.slice(0, 7) ? same : firstOfMonth(year, month + count + 1);
}

/** The first of a month, counted from 1 in January of `year` and on into later years. */
function firstOfMonth(year: number, month: number): Day {
  const index = year * 12 + month - 1;
  const [then, left] = [Math.floor(index / 12), index % 12];
  return `${String(then).padStart(4, "0")}-${String(left + 1).padStart(2, "0")}-01`;
}

function partsOf(day: Day): readonly [year: number, month: number, date: number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}

/**
 * Whether a notice is as long, shorter or longer than another, whatever the day of the announcement; `unknown` when that
 * depends on the day.
 */
export function compareWindows(one: Window, other: Window): "same" | "shorter" | "longer" | "unknown" {
  let [isShorter, isLonger] = [false, false];
  for (let day = FIRST; day < LAST; day = daysAfter(day, 1)) {
    const [ends, otherEnds] = [removableFrom(day, one), removableFrom(day, other)];
    if (ends < otherEnds) isShorter = true;
    if (ends > otherEnds) isLonger = true;
    if (isShorter && isLonger) return "unknown";
  }
  return isShorter ? "shorter" : isLonger ? "longer" : "same";
}

/** Four years hold every date that there is. */
const [FIRST, LAST] = ["2024-01-01", "2028-01-01"];
