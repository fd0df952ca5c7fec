import { onBoth, rule } from "../../rule.ts";
import { levelText, strengthOf } from "./strength.ts";

export const serviceLevelRetentionExtended = rule({
  id: "serviceLevel.retention.extended",
  row: "H3",
  level: "serviceLevel",
  facet: "serviceLevel",
  direction: "strengthen",
  title: "Data is kept for a longer time",
  consumer: "ok",
  producer: "broken",
  class: "safe",
  semver: "minor",
  review: ["privacy"],
  mirror: "serviceLevel.retention.shortened",
  find: onBoth(({ before, after }) => {
    if (after.property !== "retention" || strengthOf(before, after) !== "stronger") return undefined;
    return {
      before: before.written,
      after: after.written,
      key: "value",
      message: `${levelText(after)} is ${after.written} now, and was ${before.written}.`,
      remedy: `Ask whoever answers for privacy whether rows may be kept for ${after.written}.`,
      reasons: {
        consumer: "Readers find every row for as long as they were promised.",
        producer: "Rows that are deleted today have to be kept.",
      },
    };
  }),
});
