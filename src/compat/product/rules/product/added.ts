import { onAdded } from "../../../rule.ts";
import { productRule } from "../../rule.ts";

export const productAdded = productRule({
  id: "product.added",
  row: "K1",
  level: "product",
  facet: "existence",
  direction: "additive",
  title: "A product is new",
  consumer: "ok",
  producer: "ok",
  class: "safe",
  semver: "minor",
  mirror: "product.removed",
  find: onAdded(({ id }) => ({
    before: null,
    after: id,
    message: `The product ${id} is new.`,
    remedy: `Say in the descriptor of ${id} what it is for, so that readers find it.`,
    reasons: { consumer: "Nobody reads it yet.", producer: "Nothing that exists belongs to it." },
  })),
});
