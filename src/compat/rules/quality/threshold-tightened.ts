import { onBoth, rule } from "../../rule.ts";
import { A_WISH, compareLimits, isEnforced, isSameMeasure, limitText, limitValue, ruleText } from "./promise.ts";

export const qualityThresholdTightened = rule({
  id: "quality.threshold.tightened",
  row: "G3",
  level: "promise",
  facet: "quality",
  direction: "strengthen",
  title: "A quality rule allows less",
  consumer: "ok",
  producer: "broken",
  class: "safe",
  semver: "minor",
  mirror: "quality.threshold.loosened",
  find: onBoth((both, around) => {
    const { before, after } = both;
    const name = ruleText(after, around);
    const [then, now] = [limitText(before.allowed), limitText(after.allowed)];
    if (!isSameMeasure(both) || compareLimits(both) !== "narrower") return undefined;
    return {
      before: limitValue(before.allowed),
      after: limitValue(after.allowed),
      message: `What ${name} measures must be ${now} now, and was ${then}.`,
      remedy: `Correct stored rows that break ${name} before this is merged.`,
      reasons: {
        consumer: "What keeps the new limit keeps the old one.",
        producer: "Stored rows may lie beyond the new limit.",
      },
      // What the new rule keeps away is held back.
      ...(isEnforced(after) ? {} : A_WISH),
    };
  }),
});
