import { onBoth } from "../../../rule.ts";
import { productRule } from "../../rule.ts";

export const productDomainChanged = productRule({
  id: "product.domain.changed",
  row: "K11",
  level: "product",
  facet: "governance",
  direction: "incomparable",
  title: "A product belongs to another domain",
  consumer: "unknown",
  producer: "unknown",
  class: "risky",
  semver: "minor",
  mirror: "product.domain.changed",
  find: onBoth(({ before, after }) => {
    if (before.domain === after.domain) return undefined;
    return {
      before: before.domain,
      after: after.domain,
      key: "domain",
      message: `The domain of the product is "${after.domain}" now, and was "${before.domain}".`,
      remedy: "Ask the old and the new domain whether both agree.",
      reasons: {
        consumer: "Readers may lose access, or be under other rules; only a person can tell.",
        producer: "What exists may be under other rules; only a person can tell.",
      },
    };
  }),
});
