import { added as probe } from "../language/difference.ts";
import { definePresence } from "../language/presence.ts";

export const added = definePresence({
  name: "added",
  summary: "True when the subject has the fact now and did not have it at base. For policies of type `change`.",
  examples: [
    [{ added: { var: "product.a" } }, { product: { a: 1 }, before: {}, change: { kind: "changed" } }, true],
    [{ added: { var: "product.a" } }, { product: { a: 1 }, change: { kind: "added" } }, true],
    [{ added: { var: "product.a" } }, { product: { a: 2 }, before: { a: 1 }, change: { kind: "changed" } }, false],
    [{ added: { var: "product.a" } }, { product: { a: 1 }, before: { a: null }, change: { kind: "changed" } }, true],
    [{ added: [{ var: "product.a" }] }, { product: { a: 1 } }, "missing"],
    [
      { and: [{ added: { var: "product.a" } }, { lt: [{ var: "product.b" }, 1] }] },
      { product: { a: 1, b: "0" }, before: {}, change: { kind: "changed" } },
      "error",
    ],
  ],
  ofChange: true,
  primitive: "added",
  probe,
});
