import { defineQuantifier } from "../language/quantifier.ts";

export const any = defineQuantifier({
  name: "any",
  summary: "True when the condition holds for at least one `item` of the list; false for an empty list.",
  examples: [
    [
      { any: [{ var: "it.a" }, { eq: [{ var: "item.role" }, "owner"] }] },
      { it: { a: [{ role: "x" }, { role: "owner" }] } },
      true,
    ],
    [{ any: [{ var: "it.a" }, { eq: [{ var: "item" }, { var: "it.b" }] }] }, { it: { a: ["x"], b: "y" } }, false],
    [{ any: [{ var: "it.a" }, { eq: [{ var: "item" }, "x"] }] }, { it: { a: [] } }, false],
    [{ any: [{ var: "it.a" }, { eq: [{ var: "item" }, "x"] }] }, { it: {} }, "missing"],
    [{ any: [{ var: "it.a" }, { eq: [{ var: "item" }, "x"] }] }, { it: { a: [1] } }, "error"],
  ],
  stop: true,
  stopped: true,
  lower: (list, condition) => ({ some: [list, condition] }),
});
