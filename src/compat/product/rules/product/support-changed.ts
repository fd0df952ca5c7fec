import { onBoth } from "../../../rule.ts";
import { sameTexts } from "../../texts.ts";
import { productRule } from "../../rule.ts";

export const productSupportChanged = productRule({
  id: "product.support.changed",
  row: "I7",
  level: "product",
  facet: "docs",
  direction: "annotation",
  title: "Support is given on other channels",
  consumer: "ok",
  producer: "ok",
  class: "docs",
  semver: "patch",
  mirror: "product.support.changed",
  find: onBoth(({ before, after }) => {
    if (before.support.length === 0 || after.support.length === 0 || sameTexts(before.support, after.support))
      return undefined;
    return {
      before: before.support,
      after: after.support,
      key: "support",
      message: "Support is given on other channels now.",
      remedy: "Tell readers where to ask now.",
      reasons: { consumer: "The data is the same.", producer: "The data is the same." },
    };
  }),
});
