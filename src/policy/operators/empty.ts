import { definePresence } from "../language/presence.ts";
import { blank } from "../language/scope.ts";

export const empty = definePresence({
  name: "empty",
  summary: "True when the fact is missing, a blank text, an empty list or an object without members.",
  examples: [
    [{ empty: { var: "it.a" } }, { it: {} }, true],
    [{ empty: { var: "it.a" } }, { it: { a: " \t" } }, true],
    [{ empty: { var: "it.a" } }, { it: { a: "\u200b \u3164" } }, true],
    [{ empty: { var: "it.a" } }, { it: { a: [] } }, true],
    [{ empty: [{ var: "it.a" }] }, { it: { a: 0 } }, false],
    [{ not: { empty: { var: "it.a" } } }, { it: { a: "x" } }, true],
    [{ or: [{ empty: { var: "it.a" } }, { eq: [{ var: "it.b" }, 1] }] }, { it: { a: "x" } }, "missing"],
    [{ or: [{ empty: { var: "it.a" } }, { lt: [{ var: "it.a" }, 1] }] }, { it: { a: "x" } }, "error"],
  ],
  primitive: "blank",
  probe: blank,
});
