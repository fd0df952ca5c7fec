import { onBoth, rule } from "../../rule.ts";

export const contractDomainChanged = rule({
  id: "contract.domain.changed",
  row: "I8",
  level: "contract",
  facet: "governance",
  direction: "incomparable",
  title: "The data belongs to another domain",
  consumer: "unknown",
  producer: "unknown",
  class: "risky",
  semver: "minor",
  mirror: "contract.domain.changed",
  find: onBoth(({ before, after }) => {
    if (before.domain === after.domain) return undefined;
    return {
      before: before.domain,
      after: after.domain,
      key: "domain",
      message: `The domain of the contract is "${after.domain}" now, and was "${before.domain}".`,
      remedy: "Ask the old and the new domain whether both agree.",
      reasons: {
        consumer: "Readers may lose access, or be under other rules; only a person can tell.",
        producer: "What is stored may be under other rules; only a person can tell.",
      },
    };
  }),
});
