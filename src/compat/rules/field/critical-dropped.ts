import { onBoth, rule } from "../../rule.ts";

export const fieldCriticalDropped = rule({
  id: "field.critical.dropped",
  row: "B13",
  level: "field",
  facet: "governance",
  direction: "annotation",
  title: "A field is no critical data element any more",
  consumer: "ok",
  producer: "ok",
  class: "safe",
  semver: "minor",
  review: ["governance"],
  mirror: "field.critical.added",
  differs: "OMDS calls this breaking: no row changes, but protection ends, so governance is asked.",
  find: onBoth(({ before, after }) => {
    if (!before.critical || after.critical) return undefined;
    return {
      before: true,
      after: false,
      key: "criticalDataElement",
      message: `${after.path} is no critical data element any more.`,
      remedy: `Keep criticalDataElement: true on ${after.path}, or ask governance.`,
      reasons: {
        consumer: "The same rows arrive; what guards them is weaker, which governance has to know.",
        producer: "Stored rows stay as they are.",
      },
    };
  }),
});
