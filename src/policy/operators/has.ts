import { definePresence } from "../language/presence.ts";
import { present } from "../language/scope.ts";

export const has = definePresence({
  name: "has",
  summary: "True when the fact is there, whatever its value. A null is not there.",
  examples: [
    [{ has: { var: "it.a" } }, { it: { a: "" } }, true],
    [{ has: [{ var: "it.a.b" }] }, { it: { a: { b: false } } }, true],
    [{ has: { var: "it.a" } }, { it: { a: null } }, false],
    [{ has: { var: "it.a.length" } }, { it: { a: "text" } }, false],
    [{ has: { var: "it.toString" } }, { it: {} }, false],
    [{ and: [{ has: { var: "it.a" } }, { eq: [{ var: "it.b" }, 1] }] }, { it: { a: 1 } }, "missing"],
    [{ if: [{ has: { var: "it.a" } }, { lower: { var: "it.a" } }, ""] }, { it: { a: 1 } }, "error"],
  ],
  primitive: "present",
  probe: present,
});
