import { onBoth, rule } from "../../rule.ts";
import { A_WISH, isEnforced, ruleText, severityOf } from "./promise.ts";

export const qualitySeverityRaised = rule({
  id: "quality.severity.raised",
  row: "G5",
  level: "promise",
  facet: "quality",
  direction: "strengthen",
  title: "Breaking a quality rule is more severe",
  consumer: "ok",
  producer: "broken",
  class: "safe",
  semver: "minor",
  mirror: "quality.severity.lowered",
  find: onBoth(({ before, after }, around) => {
    const name = ruleText(after, around);
    const [then, now] = [severityOf(before), severityOf(after)];
    if (then === -1 || now === -1 || now <= then) return undefined;
    return {
      before: before.severity,
      after: after.severity,
      key: "severity",
      message: `The severity of ${name} is ${after.severity || "error"} now, and was ${before.severity || "error"}.`,
      remedy: `Correct stored rows that break ${name} before this is merged.`,
      reasons: {
        consumer: "Rows that break the rule do not reach readers any more.",
        producer: "Stored rows that break the rule are not let through any more.",
      },
      ...(isEnforced(before) || isEnforced(after) ? {} : A_WISH),
    };
  }),
});
