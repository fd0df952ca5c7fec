import { onRemoved, rule } from "../../rule.ts";
import { A_WISH, isEnforced, isImplied, limitValue, ruleText } from "./promise.ts";

export const qualityRemoved = rule({
  id: "quality.removed",
  row: "G2",
  level: "promise",
  facet: "quality",
  direction: "weaken",
  title: "A quality rule is not promised any more",
  consumer: "broken",
  producer: "ok",
  class: "risky",
  semver: "minor",
  mirror: "quality.added",
  find: onRemoved((before, around) => {
    if (isImplied(before, around.field?.after)) return undefined;
    const isUnclear = before.type === "text";
    const name = ruleText(before, around);
    return {
      before: limitValue(before.allowed),
      after: null,
      ...(isUnclear && { consumer: "unknown" }),
      message: `Data does not keep ${name} any more.`,
      remedy: `Keep ${name}, or tell readers who rely on it.`,
      reasons: {
        consumer: isUnclear
          ? "What the rule asks for is said in words only."
          : "Rows that the rule kept away can arrive.",
        producer: "What kept the rule is still allowed.",
      },
      ...(isEnforced(before) ? {} : A_WISH),
    };
  }),
});
