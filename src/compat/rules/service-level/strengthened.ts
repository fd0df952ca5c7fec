import { onBoth, rule } from "../../rule.ts";
import { isEnd, levelText, strengthOf } from "./strength.ts";

export const serviceLevelStrengthened = rule({
  id: "serviceLevel.strengthened",
  row: "H2",
  level: "serviceLevel",
  facet: "serviceLevel",
  direction: "strengthen",
  title: "A service level promises more",
  consumer: "ok",
  producer: "broken",
  class: "safe",
  semver: "minor",
  mirror: "serviceLevel.weakened",
  find: onBoth(({ before, after }) => {
    if (isEnd(after) || after.property === "retention" || strengthOf(before, after) !== "stronger") return undefined;
    return {
      before: before.written,
      after: after.written,
      key: "value",
      message: `${levelText(after)} is ${after.written} now, and was ${before.written}.`,
      remedy: `Be sure that ${levelText(after)} at ${after.written} is met before this is merged.`,
      reasons: {
        consumer: "Readers get what they were promised, and more.",
        producer: "What runs today may not keep the new promise.",
      },
    };
  }),
});
