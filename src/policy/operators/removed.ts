import { removed as probe } from "../language/difference.ts";
import { definePresence } from "../language/presence.ts";

export const removed = definePresence({
  name: "removed",
  summary: "True when the subject had the fact at base and does not have it now. For policies of type `change`.",
  examples: [
    [{ removed: { var: "product.a" } }, { product: {}, before: { a: 1 }, change: { kind: "changed" } }, true],
    [{ removed: { var: "product.a" } }, { product: { a: 1 }, before: { a: 1 }, change: { kind: "removed" } }, true],
    [{ removed: { var: "product.a" } }, { product: { a: 2 }, before: { a: 1 }, change: { kind: "changed" } }, false],
    [{ removed: { var: "product.a" } }, { product: {}, before: {}, change: { kind: "changed" } }, false],
    [{ removed: [{ var: "product.a" }] }, { product: { a: 1 } }, "missing"],
    [
      { and: [{ removed: { var: "product.a" } }, { lt: [{ var: "product.b" }, 1] }] },
      { product: { b: "0" }, before: { a: 1 }, change: { kind: "changed" } },
      "error",
    ],
  ],
  ofChange: true,
  primitive: "removed",
  probe,
});
