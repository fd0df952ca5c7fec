import { defineOperator } from "../language/operator.ts";
import { DATE } from "../language/types.ts";

export const before = defineOperator({
  name: "before",
  summary: "True when the first date is earlier than the second. A date without a time is its start in UTC.",
  examples: [
    [{ before: [{ var: "it.a" }, "2026-03-01"] }, { it: { a: "2026-02-28T23:59:59.999Z" } }, true],
    [{ before: [{ var: "it.a" }, "2026-03-01"] }, { it: { a: "2026-03-02" } }, false],
    [{ before: [{ var: "it.a" }, "2026-03-01"] }, { it: { a: "2026-03-01T01:00:00+01:00" } }, false],
    [{ before: [{ var: "it.a" }, { var: "asOf" }] }, { it: {}, asOf: "2026-11-20" }, "missing"],
    [{ before: [{ var: "it.a" }, "2026-03-01"] }, { it: { a: "2026-3-1" } }, "error"],
  ],
  arguments: [
    { name: "left", type: DATE, polarity: "down" },
    { name: "right", type: DATE, polarity: "up" },
  ],
  result: "boolean",
  apply: (left, right) => left < right,
});
