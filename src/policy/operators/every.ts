import { defineQuantifier } from "../language/quantifier.ts";

export const every = defineQuantifier({
  name: "every",
  summary: "True when the condition holds for every `item` of the list; true for an empty list.",
  examples: [
    [{ every: [{ var: "it.a" }, { gt: [{ var: "item.n" }, 0] }] }, { it: { a: [{ n: 1 }, { n: 2 }] } }, true],
    [
      { every: [{ var: "it.a" }, { gt: [{ var: "item.n" }, { var: "it.min" }] }] },
      { it: { min: 1, a: [{ n: 1 }] } },
      false,
    ],
    [{ every: [{ var: "it.a" }, { gt: [{ var: "item" }, 0] }] }, { it: { a: [] } }, true],
    [{ every: [{ var: "it.a" }, { gt: [{ var: "item" }, 0] }] }, { it: {} }, "missing"],
    [{ every: [{ var: "it.a" }, { gt: [{ var: "item" }, 0] }] }, { it: { a: [1, null] } }, "missing"],
    [{ every: [{ var: "it.a" }, { gt: [{ var: "item" }, 0] }] }, { it: { a: { n: 1 } } }, "error"],
  ],
  stop: false,
  stopped: false,
  // json-logic-js says false for all of an empty list: no element may fail is the same and has no such exception.
  lower: (list, condition) => ({ none: [list, { if: [condition, false, true] }] }),
});
