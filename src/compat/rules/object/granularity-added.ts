import { onBoth, rule } from "../../rule.ts";

export const objectGranularityAdded = rule({
  id: "object.granularity.added",
  row: "A6",
  level: "object",
  facet: "key",
  direction: "strengthen",
  title: "What one row stands for is said now",
  consumer: "ok",
  producer: "unknown",
  class: "safe",
  semver: "minor",
  mirror: "object.granularity.dropped",
  find: onBoth(({ before, after }) => {
    if (before.granularity !== "" || after.granularity === "") return undefined;
    return {
      before: null,
      after: after.granularity,
      key: "dataGranularityDescription",
      message: `It is said now what one row of ${after.name} stands for: "${after.granularity}".`,
      remedy: `Make sure that this holds for the stored rows of ${after.name} too.`,
      reasons: {
        consumer: "Readers get what they were promised, and more.",
        producer: "Whether stored rows stand for just that, only a person can tell.",
      },
    };
  }),
});
