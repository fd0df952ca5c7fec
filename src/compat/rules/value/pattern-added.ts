import { onBoth, rule } from "../../rule.ts";

export const fieldPatternAdded = rule({
  id: "field.pattern.added",
  row: "F9",
  level: "field",
  facet: "domain",
  direction: "strengthen",
  title: "Texts of a field keep to a pattern",
  consumer: "ok",
  producer: "broken",
  class: "safe",
  semver: "minor",
  mirror: "field.pattern.dropped",
  find: onBoth(({ before, after }) => {
    const [then, now] = [before.domain.pattern, after.domain.pattern];
    if (then !== "" || now === "") return undefined;
    return {
      before: null,
      after: now,
      key: "logicalTypeOptions.pattern",
      message: `Values of ${after.path} keep to the pattern ${now} now.`,
      remedy: `Correct values of ${after.path} that do not fit ${now} in stored rows and pipelines before this is merged.`,
      reasons: {
        consumer: "Every text that arrives is one that readers had to expect already.",
        producer: "Stored rows may hold texts that do not fit the pattern.",
      },
    };
  }),
});
