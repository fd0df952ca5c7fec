import { onBoth } from "../../../rule.ts";
import { productRule } from "../../rule.ts";

export const productTenantChanged = productRule({
  id: "product.tenant.changed",
  row: "K11",
  level: "product",
  facet: "governance",
  direction: "incomparable",
  title: "A product belongs to another tenant",
  consumer: "unknown",
  producer: "unknown",
  class: "risky",
  semver: "minor",
  mirror: "product.tenant.changed",
  find: onBoth(({ before, after }) => {
    if (before.tenant === after.tenant) return undefined;
    return {
      before: before.tenant,
      after: after.tenant,
      key: "tenant",
      message: `The tenant of the product is "${after.tenant}" now, and was "${before.tenant}".`,
      remedy: "Ask the old and the new tenant whether both agree.",
      reasons: {
        consumer: "Readers may lose access, or be under other rules; only a person can tell.",
        producer: "What exists may be under other rules; only a person can tell.",
      },
    };
  }),
});
