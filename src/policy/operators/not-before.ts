import { defineOperator } from "../language/operator.ts";
import { DATE } from "../language/types.ts";

export const notBefore = defineOperator({
  name: "notBefore",
  summary: "True when the first date is the second or later. A date without a time is its start in UTC.",
  examples: [
    [{ notBefore: [{ var: "it.a" }, "2026-03-01"] }, { it: { a: "2026-03-01" } }, true],
    [{ notBefore: [{ var: "it.a" }, "2026-03-01"] }, { it: { a: "2026-02-28" } }, false],
    [{ notBefore: [{ var: "it.a" }, "2026-03-01"] }, { it: { a: "2026-03-01T01:00:00+01:00" } }, true],
    [{ notBefore: [{ var: "it.a" }, { var: "asOf" }] }, { it: {}, asOf: "2026-11-20" }, "missing"],
    [{ notBefore: [{ var: "it.a" }, "2026-03-01"] }, { it: { a: "2026-3-1" } }, "error"],
  ],
  arguments: [
    { name: "left", type: DATE, polarity: "up" },
    { name: "right", type: DATE, polarity: "down" },
  ],
  result: "boolean",
  apply: (left, right) => left >= right,
});
