import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareWindows, removableFrom } from "../../../src/compat/life/window.ts";
import { daysAfter, daysBetween, isDay } from "../../../src/model/day.ts";
import { isWindow } from "../../../src/model/window.ts";

describe("the first day on which something may go", () => {
  it.each([
    ["2026-02-10", "endOfNextQuarter", "2026-07-01"],
    ["2026-03-31", "endOfNextQuarter", "2026-07-01"],
    ["2026-04-01", "endOfNextQuarter", "2026-10-01"],
    ["2026-09-30", "endOfNextQuarter", "2027-01-01"],
    ["2026-12-31", "endOfNextQuarter", "2027-04-01"],
    ["2026-02-10", "endOfQuarter", "2026-04-01"],
    ["2026-03-31", "endOfQuarter", "2026-04-01"],
    ["2026-04-01", "endOfQuarter", "2026-07-01"],
    ["2026-12-31", "endOfQuarter", "2027-01-01"],
    ["2026-02-10", "0d", "2026-02-10"],
    ["2026-02-10", "30d", "2026-03-12"],
    ["2028-02-10", "30d", "2028-03-11"],
    ["2026-02-10", "P30D", "2026-03-12"],
    ["2026-02-10", "P2W", "2026-02-24"],
    ["2026-02-10", "P3M", "2026-05-10"],
    ["2026-11-30", "P3M", "2027-03-01"],
    ["2026-01-31", "P1M", "2026-03-01"],
    ["2028-01-31", "P1M", "2028-03-01"],
    ["2028-02-29", "P1Y", "2029-03-01"],
    ["2026-12-31", "P1Y2M3W4D", "2028-03-26"],
    ["2026-05-31", "P12M", "2027-05-31"],
  ])("announced %s with %s: %s", (announced, window, day) => {
    expect(removableFrom(announced, window)).toBe(day);
  });

  it.each(["", "30", "d", "P", "-1d", "30D", "P1S", "PT5H", "P1M1Y", "endOfnextQuarter", "P1.5M", " 30d", "30d\n"])(
    "is not told by %j",
    (window) => {
      expect(isWindow(window)).toBe(false);
      expect(() => removableFrom("2026-02-10", window)).toThrow(RangeError);
    },
  );
});

const day = fc.integer({ min: 0, max: 80_000 }).map((count) => daysAfter("1990-01-01", count));
const window = fc.oneof(
  fc.constantFrom("endOfQuarter", "endOfNextQuarter"),
  fc.nat(400).map((count) => `${count}d`),
  fc.nat(30).map((count) => `P${count}M`),
  fc.tuple(fc.nat(3), fc.nat(12), fc.nat(40)).map(([years, months, days]) => `P${years}Y${months}M${days}D`),
);

describe("a notice", () => {
  it("ends on a day of the calendar that is not before its beginning, and later for what is announced later", () => {
    fc.assert(
      fc.property(day, window, (announced, length) => {
        const ends = removableFrom(announced, length);
        expect(isDay(ends)).toBe(true);
        expect(ends >= announced).toBe(true);
        expect(removableFrom(daysAfter(announced, 1), length) >= ends).toBe(true);
      }),
    );
  });

  it("of quarters ends with one, and lasts one or more than one", () => {
    fc.assert(
      fc.property(day, (announced) => {
        const [ends, next] = [removableFrom(announced, "endOfQuarter"), removableFrom(announced, "endOfNextQuarter")];
        expect(ends).toMatch(/-(01|04|07|10)-01$/);
        expect(daysBetween(announced, ends)).toBeGreaterThan(0);
        expect(daysBetween(announced, ends)).toBeLessThanOrEqual(92);
        // The quarter after the one that is over.
        expect(next).toBe(removableFrom(ends, "endOfQuarter"));
      }),
    );
  });

  it("is never less than its months", () => {
    fc.assert(
      fc.property(day, fc.nat(40), (announced, months) => {
        const ends = removableFrom(announced, `P${months}M`);
        const index = (one: string): number => Number(one.slice(0, 4)) * 12 + Number(one.slice(5, 7));
        const isSame = ends.slice(8) === announced.slice(8) && index(ends) === index(announced) + months;
        const isNext = ends.slice(8) === "01" && index(ends) === index(announced) + months + 1;
        expect(isSame || isNext).toBe(true);
      }),
    );
  });

  it.each([
    ["30d", "P30D", "same"],
    ["P12M", "P1Y", "same"],
    ["30d", "31d", "shorter"],
    ["endOfQuarter", "endOfNextQuarter", "shorter"],
    ["endOfNextQuarter", "30d", "longer"],
    ["endOfQuarter", "30d", "unknown"],
    ["P1M", "30d", "unknown"],
    ["P1M", "P4W", "longer"],
    ["0d", "endOfQuarter", "shorter"],
  ])("%s beside %s is %s", (one, other, order) => {
    const opposite = { same: "same", shorter: "longer", longer: "shorter", unknown: "unknown" };
    expect(compareWindows(one, other)).toBe(order);
    expect(compareWindows(other, one)).toBe(opposite[order as keyof typeof opposite]);
  });
});
