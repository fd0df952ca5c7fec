import { defineOperator } from "../language/operator.ts";
import { failed } from "../language/result.ts";
import { DATE, PERIOD } from "../language/types.ts";
import { dayOf, formatDay } from "../values/date.ts";
import { addPeriod } from "../values/period.ts";

export const addTime = defineOperator({
  name: "addTime",
  summary:
    "The day that comes a period after a date, by the calendar in UTC: a month after 31 January is the last of February.",
  examples: [
    [{ addTime: [{ var: "it.a" }, "P3M"] }, { it: { a: "2025-11-30" } }, "2026-02-28"],
    [{ addTime: [{ var: "it.a" }, "P1Y"] }, { it: { a: "2028-02-29" } }, "2029-02-28"],
    [{ addTime: [{ var: "it.a" }, "P1M1D"] }, { it: { a: "2026-01-31T23:30:00-01:00" } }, "2026-03-02"],
    [
      { notAfter: [{ addTime: [{ var: "it.a" }, "P2W"] }, { var: "asOf" }] },
      { it: { a: "2026-11-06" }, asOf: "2026-11-20" },
      true,
    ],
    [{ addTime: [{ var: "it.a" }, "P3M"] }, { it: {} }, "missing"],
    [{ addTime: [{ var: "it.a" }, { var: "it.b" }] }, { it: { a: "2026-01-31", b: "PT24H" } }, "error"],
    [{ addTime: [{ var: "it.a" }, "P1Y"] }, { it: { a: "9999-01-01" } }, "error"],
  ],
  // No polarity for the period: P30D is shorter than P1M, and from 1 February it leads further.
  arguments: [
    { name: "date", type: DATE, polarity: "up" },
    { name: "period", type: PERIOD },
  ],
  result: "text",
  apply: (date, period) =>
    formatDay(addPeriod(dayOf(date), period)) ?? failed("addTime leads beyond the years that a date can name"),
});
