import { onBoth, rule } from "../../rule.ts";
import { A_WISH, isEnforced, ruleText, severityOf } from "./promise.ts";

export const qualitySeverityLowered = rule({
  id: "quality.severity.lowered",
  row: "G5",
  level: "promise",
  facet: "quality",
  direction: "weaken",
  title: "Breaking a quality rule is less severe",
  consumer: "broken",
  producer: "ok",
  class: "risky",
  semver: "minor",
  mirror: "quality.severity.raised",
  find: onBoth(({ before, after }, around) => {
    const name = ruleText(after, around);
    const [then, now] = [severityOf(before), severityOf(after)];
    if (then === -1 || now === -1 || now >= then) return undefined;
    return {
      before: before.severity,
      after: after.severity,
      key: "severity",
      message: `The severity of ${name} is ${after.severity || "error"} now, and was ${before.severity || "error"}.`,
      remedy: `Keep the severity of ${name}, or tell readers who rely on it.`,
      reasons: { consumer: "Rows that break the rule reach readers now.", producer: "What kept the rule still does." },
      ...(isEnforced(before) || isEnforced(after) ? {} : A_WISH),
    };
  }),
});
