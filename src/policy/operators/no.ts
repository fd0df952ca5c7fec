import { defineQuantifier } from "../language/quantifier.ts";

export const no = defineQuantifier({
  name: "no",
  summary: "True when the condition holds for no `item` of the list; true for an empty list.",
  examples: [
    [{ no: [{ var: "it.a" }, { eq: [{ var: "item" }, "x"] }] }, { it: { a: ["y", "z"] } }, true],
    [{ no: [{ var: "it.a" }, { eq: [{ var: "item" }, "x"] }] }, { it: { a: ["y", "x"] } }, false],
    [{ no: [{ var: "it.a" }, { eq: [{ var: "item" }, "x"] }] }, { it: { a: [] } }, true],
    [{ no: [{ var: "it.a" }, { eq: [{ var: "item.b" }, "x"] }] }, { it: { a: [{}] } }, "missing"],
    [{ no: [{ var: "it.a" }, { eq: [{ var: "item" }, "x"] }] }, { it: { a: "x" } }, "error"],
  ],
  stop: true,
  stopped: false,
  lower: (list, condition) => ({ none: [list, condition] }),
});
