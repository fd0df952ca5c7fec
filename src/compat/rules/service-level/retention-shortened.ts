import { onBoth, rule } from "../../rule.ts";
import { levelText, strengthOf } from "./strength.ts";

export const serviceLevelRetentionShortened = rule({
  id: "serviceLevel.retention.shortened",
  row: "H1",
  level: "serviceLevel",
  facet: "serviceLevel",
  direction: "weaken",
  title: "Data is kept for a shorter time",
  consumer: "broken",
  producer: "ok",
  class: "breaking",
  semver: "major",
  mirror: "serviceLevel.retention.extended",
  find: onBoth(({ before, after }) => {
    if (after.property !== "retention" || strengthOf(before, after) !== "weaker") return undefined;
    return {
      before: before.written,
      after: after.written,
      key: "value",
      message: `${levelText(after)} is ${after.written} now, and was ${before.written}.`,
      remedy: `Keep ${levelText(after)} at ${before.written}, or tell readers from when on older rows are gone.`,
      reasons: {
        consumer: "Rows that readers were promised are deleted earlier.",
        producer: "What was kept for longer was kept for the shorter time too.",
      },
    };
  }),
});
