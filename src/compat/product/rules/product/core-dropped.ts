import { onBoth } from "../../../rule.ts";
import { productRule } from "../../rule.ts";

export const productCoreDropped = productRule({
  id: "product.core.dropped",
  row: "B13",
  level: "product",
  facet: "governance",
  direction: "annotation",
  title: "A product is not core any more",
  consumer: "ok",
  producer: "ok",
  class: "safe",
  semver: "minor",
  review: ["governance"],
  mirror: "product.core.added",
  find: onBoth(({ before, after }) => {
    if (!before.core || after.core) return undefined;
    return {
      before: true,
      after: false,
      key: "customProperties[meshgate.class]",
      message: "The product is not core any more.",
      remedy: "Keep meshgate.class: core, or ask governance.",
      reasons: {
        consumer: "The same data arrives; what guards it is weaker, which governance has to know.",
        producer: "The data is the same.",
      },
    };
  }),
});
