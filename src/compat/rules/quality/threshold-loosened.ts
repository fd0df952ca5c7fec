import { onBoth, rule } from "../../rule.ts";
import { A_WISH, compareLimits, isEnforced, isSameMeasure, limitText, limitValue, ruleText } from "./promise.ts";

export const qualityThresholdLoosened = rule({
  id: "quality.threshold.loosened",
  row: "G3",
  level: "promise",
  facet: "quality",
  direction: "weaken",
  title: "A quality rule allows more",
  consumer: "broken",
  producer: "ok",
  class: "risky",
  semver: "minor",
  mirror: "quality.threshold.tightened",
  differs: "datacontract-cli orders four of the operators and warns of the rest: all of them are intervals.",
  find: onBoth((both, around) => {
    const { before, after } = both;
    const name = ruleText(after, around);
    const [then, now] = [limitText(before.allowed), limitText(after.allowed)];
    if (!isSameMeasure(both) || compareLimits(both) !== "wider") return undefined;
    return {
      before: limitValue(before.allowed),
      after: limitValue(after.allowed),
      message: `What ${name} measures must be ${now} now, and was ${then}.`,
      remedy: `Keep ${name} at ${then}, or tell readers what will arrive.`,
      reasons: {
        consumer: "Data that the rule kept away can arrive.",
        producer: "What kept the old limit keeps the new one.",
      },
      // What the old rule kept away is let in.
      ...(isEnforced(before) ? {} : A_WISH),
    };
  }),
});
