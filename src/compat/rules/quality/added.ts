import { onAdded, rule } from "../../rule.ts";
import { A_WISH, isEnforced, isImplied, limitValue, ruleText } from "./promise.ts";

export const qualityAdded = rule({
  id: "quality.added",
  row: "G1",
  level: "promise",
  facet: "quality",
  direction: "strengthen",
  title: "A quality rule is promised",
  consumer: "ok",
  producer: "broken",
  class: "safe",
  semver: "minor",
  mirror: "quality.removed",
  find: onAdded((after, around) => {
    if (isImplied(after, around.field?.before)) return undefined;
    const isUnclear = after.type === "text";
    const name = ruleText(after, around);
    return {
      before: null,
      after: limitValue(after.allowed),
      ...(isUnclear && { producer: "unknown" }),
      message: `Data keeps ${name} now.`,
      remedy: `Correct stored rows that break ${name} before this is merged.`,
      reasons: {
        consumer: "Readers get what they were promised, and more.",
        producer: isUnclear ? "What the rule asks for is said in words only." : "Stored rows may break the rule.",
      },
      ...(isEnforced(after) ? {} : A_WISH),
    };
  }),
});
