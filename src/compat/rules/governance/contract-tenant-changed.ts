import { onBoth, rule } from "../../rule.ts";

export const contractTenantChanged = rule({
  id: "contract.tenant.changed",
  row: "I8",
  level: "contract",
  facet: "governance",
  direction: "incomparable",
  title: "The data belongs to another tenant",
  consumer: "unknown",
  producer: "unknown",
  class: "risky",
  semver: "minor",
  mirror: "contract.tenant.changed",
  find: onBoth(({ before, after }) => {
    if (before.tenant === after.tenant) return undefined;
    return {
      before: before.tenant,
      after: after.tenant,
      key: "tenant",
      message: `The tenant of the contract is "${after.tenant}" now, and was "${before.tenant}".`,
      remedy: "Ask the old and the new tenant whether both agree.",
      reasons: {
        consumer: "Readers may lose access, or be under other rules; only a person can tell.",
        producer: "What is stored may be under other rules; only a person can tell.",
      },
    };
  }),
});
