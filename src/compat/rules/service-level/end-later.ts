import { onBoth, rule } from "../../rule.ts";
import { isEnd, levelText, strengthOf } from "./strength.ts";

export const serviceLevelEndLater = rule({
  id: "serviceLevel.end.later",
  row: "H5",
  level: "serviceLevel",
  facet: "serviceLevel",
  direction: "strengthen",
  title: "Support ends later than announced",
  consumer: "ok",
  producer: "broken",
  class: "safe",
  semver: "minor",
  mirror: "serviceLevel.end.earlier",
  find: onBoth(({ before, after }) => {
    if (!isEnd(after) || strengthOf(before, after) !== "stronger") return undefined;
    return {
      before: before.written,
      after: after.written,
      key: "value",
      message: `${levelText(after)} is ${after.written} now, and was ${before.written}.`,
      remedy: `Plan to keep the data alive until ${after.written}.`,
      reasons: {
        consumer: "Readers have more time to move than they were promised.",
        producer: "What was to be switched off has to run on.",
      },
    };
  }),
});
