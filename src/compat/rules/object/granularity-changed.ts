import { onBoth, rule } from "../../rule.ts";

export const objectGranularityChanged = rule({
  id: "object.granularity.changed",
  row: "A6",
  level: "object",
  facet: "key",
  direction: "incomparable",
  title: "What one row stands for is said in other words",
  consumer: "unknown",
  producer: "unknown",
  class: "risky",
  semver: "minor",
  mirror: "object.granularity.changed",
  differs: "datacontract-cli and OMDS call it words only: a finer grain doubles the sums of every reader.",
  find: onBoth(({ before, after }) => {
    if (before.granularity === after.granularity || before.granularity === "" || after.granularity === "")
      return undefined;
    return {
      before: before.granularity,
      after: after.granularity,
      key: "dataGranularityDescription",
      message: `What one row of ${after.name} stands for is said in other words: "${after.granularity}", before "${before.granularity}".`,
      remedy: `Say in the pull request whether a row of ${after.name} still stands for the same thing.`,
      reasons: {
        consumer: "Sums and joins of readers rest on what a row stands for; only a person can tell from words.",
        producer: "Stored rows may stand for something else; only a person can tell from words.",
      },
    };
  }),
});
