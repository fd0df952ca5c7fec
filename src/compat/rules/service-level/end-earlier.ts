import { onBoth, rule } from "../../rule.ts";
import { isEnd, levelText, strengthOf } from "./strength.ts";

export const serviceLevelEndEarlier = rule({
  id: "serviceLevel.end.earlier",
  row: "H5",
  level: "serviceLevel",
  facet: "serviceLevel",
  direction: "weaken",
  title: "Support ends earlier than announced",
  consumer: "broken",
  producer: "ok",
  class: "breaking",
  semver: "major",
  mirror: "serviceLevel.end.later",
  find: onBoth(({ before, after }) => {
    if (!isEnd(after) || strengthOf(before, after) !== "weaker") return undefined;
    return {
      before: before.written,
      after: after.written,
      key: "value",
      message: `${levelText(after)} is ${after.written} now, and was ${before.written}.`,
      remedy: `Keep ${levelText(after)} at ${before.written}.`,
      reasons: {
        consumer: "Readers have less time to move than they were promised.",
        producer: "What runs until the later day runs until the earlier one.",
      },
    };
  }),
});
