import { defineOperator } from "../language/operator.ts";
import { DATE } from "../language/types.ts";

export const notAfter = defineOperator({
  name: "notAfter",
  summary: "True when the first date is the second or earlier. A date without a time is its start in UTC.",
  examples: [
    [{ notAfter: [{ var: "it.a" }, "2026-03-01"] }, { it: { a: "2026-03-01" } }, true],
    [{ notAfter: [{ var: "it.a" }, "2026-03-01"] }, { it: { a: "2026-03-02" } }, false],
    [{ notAfter: [{ var: "it.a" }, "2026-03-01"] }, { it: { a: "2026-03-01T01:00:00+01:00" } }, true],
    [{ notAfter: [{ var: "it.a" }, { var: "asOf" }] }, { it: {}, asOf: "2026-11-20" }, "missing"],
    [{ notAfter: [{ var: "it.a" }, "2026-03-01"] }, { it: { a: "2026-3-1" } }, "error"],
  ],
  arguments: [
    { name: "left", type: DATE, polarity: "down" },
    { name: "right", type: DATE, polarity: "up" },
  ],
  result: "boolean",
  apply: (left, right) => left <= right,
});
