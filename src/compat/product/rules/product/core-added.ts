import { onBoth } from "../../../rule.ts";
import { productRule } from "../../rule.ts";

export const productCoreAdded = productRule({
  id: "product.core.added",
  row: "B13",
  level: "product",
  facet: "governance",
  direction: "annotation",
  title: "A product is core now",
  consumer: "ok",
  producer: "ok",
  class: "safe",
  semver: "minor",
  mirror: "product.core.dropped",
  find: onBoth(({ before, after }) => {
    if (before.core || !after.core) return undefined;
    return {
      before: false,
      after: true,
      key: "customProperties[meshgate.class]",
      message: "The product is core now.",
      remedy: "Raise the minor version of the product.",
      reasons: { consumer: "The same data arrives, and is guarded more.", producer: "The data is the same." },
    };
  }),
});
