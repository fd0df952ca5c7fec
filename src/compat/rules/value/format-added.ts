import { onBoth, rule } from "../../rule.ts";
import { textFormat } from "./text-format.ts";

export const fieldFormatAdded = rule({
  id: "field.format.added",
  row: "F10",
  level: "field",
  facet: "domain",
  direction: "strengthen",
  title: "Texts of a field keep to a format",
  consumer: "ok",
  producer: "broken",
  class: "risky",
  semver: "minor",
  mirror: "field.format.dropped",
  find: onBoth(({ before, after }) => {
    const [then, now] = [textFormat(before), textFormat(after)];
    if (then !== "" || now === "") return undefined;
    return {
      before: null,
      after: now,
      key: "logicalTypeOptions.format",
      message: `Values of ${after.path} are written as ${now} now.`,
      remedy: `Correct values of ${after.path} that are no ${now} in stored rows and pipelines before this is merged.`,
      reasons: {
        consumer: "Every text that arrives is one that readers had to expect already.",
        producer: "Stored rows may hold texts of another format.",
      },
    };
  }),
});
