import { onBoth } from "../../../rule.ts";
import { productRule } from "../../rule.ts";

export const productSupportGained = productRule({
  id: "product.support.gained",
  row: "I7",
  level: "product",
  facet: "governance",
  direction: "strengthen",
  title: "There is a channel to ask on",
  consumer: "ok",
  producer: "ok",
  class: "docs",
  semver: "patch",
  mirror: "product.support.lost",
  find: onBoth(({ before, after }) => {
    if (before.support.length > 0 || after.support.length === 0) return undefined;
    return {
      before: before.support,
      after: after.support,
      key: "support",
      message: "There is a support channel now.",
      remedy: "Tell readers where to ask.",
      reasons: { consumer: "The data is the same.", producer: "The data is the same." },
    };
  }),
});
