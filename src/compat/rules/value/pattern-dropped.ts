import { onBoth, rule } from "../../rule.ts";

export const fieldPatternDropped = rule({
  id: "field.pattern.dropped",
  row: "F9",
  level: "field",
  facet: "domain",
  direction: "weaken",
  title: "Texts of a field keep to no pattern any more",
  consumer: "broken",
  producer: "ok",
  class: "risky",
  semver: "minor",
  mirror: "field.pattern.added",
  find: onBoth(({ before, after }) => {
    const [then, now] = [before.domain.pattern, after.domain.pattern];
    if (then === "" || now !== "") return undefined;
    return {
      before: then,
      after: null,
      key: "logicalTypeOptions.pattern",
      message: `Values of ${after.path} do not keep to the pattern ${then} any more.`,
      remedy: `Keep the pattern of ${after.path}, or tell its readers what will arrive.`,
      reasons: {
        consumer: "Texts that do not fit the old pattern can arrive.",
        producer: "Every stored text is still allowed.",
      },
    };
  }),
});
