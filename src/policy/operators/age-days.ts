import { defineOperator } from "../language/operator.ts";
import { DATE } from "../language/types.ts";
import { dayOf } from "../values/date.ts";

export const ageDays = defineOperator({
  name: "ageDays",
  summary: "How many days have passed from a date to `asOf`, day by day in UTC; below zero for a day to come.",
  examples: [
    [{ ageDays: { var: "it.a" } }, { it: { a: "2026-11-13" }, asOf: "2026-11-20" }, 7],
    [{ ageDays: { var: "it.a" } }, { it: { a: "2026-11-20T23:59:59Z" }, asOf: "2026-11-20" }, 0],
    [{ ageDays: { var: "it.a" } }, { it: { a: "2026-12-01" }, asOf: "2026-11-20" }, -11],
    [{ lte: [{ ageDays: { var: "it.a" } }, 365] }, { it: { a: "2025-11-19" }, asOf: "2026-11-20" }, false],
    [{ ageDays: { var: "it.a" } }, { it: {}, asOf: "2026-11-20" }, "missing"],
    [{ ageDays: { var: "it.a" } }, { it: { a: "yesterday" }, asOf: "2026-11-20" }, "error"],
  ],
  arguments: [
    { name: "date", type: DATE, polarity: "down" },
    { name: "asOf", type: DATE, fact: ["asOf"], polarity: "up" },
  ],
  result: "number",
  apply: (date, asOf) => dayOf(asOf) - dayOf(date),
});
