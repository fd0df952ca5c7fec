import { onBoth, rule } from "../../rule.ts";

export const fieldCriticalAdded = rule({
  id: "field.critical.added",
  row: "B13",
  level: "field",
  facet: "governance",
  direction: "annotation",
  title: "A field is a critical data element now",
  consumer: "ok",
  producer: "ok",
  class: "safe",
  semver: "minor",
  mirror: "field.critical.dropped",
  find: onBoth(({ before, after }) => {
    if (before.critical || !after.critical) return undefined;
    return {
      before: false,
      after: true,
      key: "criticalDataElement",
      message: `${after.path} is a critical data element now.`,
      remedy: `Make sure that ${after.path} keeps the rules for critical data elements.`,
      reasons: {
        consumer: "The same rows arrive, better guarded.",
        producer: "Stored rows stay as they are.",
      },
    };
  }),
});
