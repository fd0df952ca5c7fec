import { defineOperator } from "../language/operator.ts";
import { DURATION } from "../language/types.ts";

export const durationLte = defineOperator({
  name: "durationLte",
  summary:
    "True when the first ISO 8601 duration is at most the second. A year has 365.2425 days, a month a twelfth of it. A comma is an error: write 9999 or 9.999.",
  examples: [
    [{ durationLte: [{ var: "it.a" }, "PT24H"] }, { it: { a: "P1D" } }, true],
    [{ durationLte: [{ var: "it.a" }, "PT24H"] }, { it: { a: "PT24H0.001S" } }, false],
    [{ durationLte: ["P1Y", { var: "it.a" }] }, { it: { a: "P12M" } }, true],
    [{ durationLte: [{ var: "it.a" }, "P1M"] }, { it: { a: "P31D" } }, false],
    [{ durationLte: [{ var: "it.a" }, "P1D"] }, { it: {} }, "missing"],
    [{ durationLte: [{ var: "it.a" }, "P1D"] }, { it: { a: "1 day" } }, "error"],
    [{ durationLte: [{ var: "it.a" }, "P10Y"] }, { it: { a: "P9,999Y" } }, "error"],
  ],
  arguments: [
    { name: "left", type: DURATION, polarity: "down" },
    { name: "right", type: DURATION, polarity: "up" },
  ],
  result: "boolean",
  apply: (left, right) => left <= right,
});
