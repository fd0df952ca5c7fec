import { onBoth, rule } from "../../rule.ts";
import { plainPattern } from "./pattern.ts";

export const fieldPatternChanged = rule({
  id: "field.pattern.changed",
  row: "F9",
  level: "field",
  facet: "domain",
  direction: "incomparable",
  title: "Texts of a field keep to another pattern",
  consumer: "unknown",
  producer: "unknown",
  class: "risky",
  semver: "minor",
  mirror: "field.pattern.changed",
  differs: "oasdiff calls this information, datacontract-cli a warning: nobody can tell, so somebody has to look.",
  find: onBoth(({ before, after }) => {
    const [then, now] = [before.domain.pattern, after.domain.pattern];
    if (then === "" || now === "" || plainPattern(then) === plainPattern(now)) return undefined;
    return {
      before: then,
      after: now,
      key: "logicalTypeOptions.pattern",
      message: `Values of ${after.path} keep to the pattern ${now} now, not to ${then}.`,
      remedy: `Say to readers of ${after.path} which values come or go, and correct stored rows that do not fit.`,
      reasons: {
        consumer: "Whether texts that do not fit the old pattern can arrive cannot be told from two patterns.",
        producer: "Whether stored texts fit the new pattern cannot be told from two patterns.",
      },
    };
  }),
});
