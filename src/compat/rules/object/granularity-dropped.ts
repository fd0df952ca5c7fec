import { onBoth, rule } from "../../rule.ts";

export const objectGranularityDropped = rule({
  id: "object.granularity.dropped",
  row: "A6",
  level: "object",
  facet: "key",
  direction: "weaken",
  title: "What one row stands for is not said any more",
  consumer: "unknown",
  producer: "ok",
  class: "risky",
  semver: "minor",
  mirror: "object.granularity.added",
  find: onBoth(({ before, after }) => {
    if (before.granularity === "" || after.granularity !== "") return undefined;
    return {
      before: before.granularity,
      after: null,
      key: "dataGranularityDescription",
      message: `It is not said any more what one row of ${after.name} stands for; it was "${before.granularity}".`,
      remedy: `Keep the dataGranularityDescription of ${after.name}.`,
      reasons: {
        consumer: "A row may stand for something else now; only a person can tell.",
        producer: "What is stored is bound to nothing any more.",
      },
    };
  }),
});
