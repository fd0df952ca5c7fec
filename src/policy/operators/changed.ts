import { changed as probe } from "../language/difference.ts";
import { definePresence } from "../language/presence.ts";

export const changed = definePresence({
  name: "changed",
  summary:
    "True when the fact of the subject differs from base, or is there on one side only. For policies of type `change`.",
  examples: [
    [
      { changed: { var: "product.a" } },
      { product: { a: [1, 2] }, before: { a: [2, 1] }, change: { kind: "changed" } },
      true,
    ],
    [
      { changed: { var: "product.a" } },
      { product: { a: { x: 1, y: 2 } }, before: { a: { y: 2, x: 1 } }, change: { kind: "changed" } },
      false,
    ],
    [{ changed: { var: "product.a" } }, { product: { a: 1 }, before: {}, change: { kind: "renamed" } }, true],
    [{ changed: { var: "product.a" } }, { product: {}, before: {}, change: { kind: "changed" } }, false],
    [{ changed: [{ var: "product.a" }] }, { product: { a: 1 } }, "missing"],
    [
      { and: [{ changed: { var: "product.a" } }, { lt: [{ var: "product.b" }, 1] }] },
      { product: { a: 2, b: "0" }, before: { a: 1 }, change: { kind: "changed" } },
      "error",
    ],
  ],
  ofChange: true,
  primitive: "changed",
  probe,
});
