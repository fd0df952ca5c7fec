import { onBoth, rule } from "../../rule.ts";
import { compareLimits, isSameMeasure, limitText, limitValue, ruleText, withWish } from "./promise.ts";

export const qualityThresholdMoved = rule({
  id: "quality.threshold.moved",
  row: "G3",
  level: "promise",
  facet: "quality",
  direction: "incomparable",
  title: "A quality rule allows something else",
  consumer: "broken",
  producer: "broken",
  class: "risky",
  semver: "minor",
  mirror: "quality.threshold.moved",
  find: onBoth((both, around) => {
    const { before, after } = both;
    const name = ruleText(after, around);
    const [then, now] = [limitText(before.allowed), limitText(after.allowed)];
    if (!isSameMeasure(both) || compareLimits(both) !== "incomparable") return undefined;
    return {
      before: limitValue(before.allowed),
      after: limitValue(after.allowed),
      message: `What ${name} measures must be ${now} now, and was ${then}.`,
      remedy: `Widen the limit of ${name} so that it holds ${then}, or tell readers what will arrive.`,
      ...withWish(both, {
        consumer: "Data that the rule kept away can arrive.",
        producer: "Stored rows may lie beyond the new limit.",
      }),
    };
  }),
});
