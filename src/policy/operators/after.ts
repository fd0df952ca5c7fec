import { defineOperator } from "../language/operator.ts";
import { DATE } from "../language/types.ts";

export const after = defineOperator({
  name: "after",
  summary: "True when the first date is later than the second. A date without a time is its start in UTC.",
  examples: [
    [{ after: [{ var: "it.a" }, "2026-03-01"] }, { it: { a: "2026-03-01T00:00:00.001Z" } }, true],
    [{ after: [{ var: "it.a" }, "2026-03-01"] }, { it: { a: "2026-02-28" } }, false],
    [{ after: [{ var: "it.a" }, "2026-03-01"] }, { it: { a: "2026-03-01T01:00:00+01:00" } }, false],
    [{ after: [{ var: "it.a" }, { var: "asOf" }] }, { it: {}, asOf: "2026-11-20" }, "missing"],
    [{ after: [{ var: "it.a" }, "2026-03-01"] }, { it: { a: "2026-3-1" } }, "error"],
  ],
  arguments: [
    { name: "left", type: DATE, polarity: "up" },
    { name: "right", type: DATE, polarity: "down" },
  ],
  result: "boolean",
  apply: (left, right) => left > right,
});
