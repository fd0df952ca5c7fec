import { onBoth, rule } from "../../rule.ts";
import { textFormat } from "./text-format.ts";

export const fieldFormatChanged = rule({
  id: "field.format.changed",
  row: "F10",
  level: "field",
  facet: "domain",
  direction: "incomparable",
  title: "Texts of a field keep to another format",
  consumer: "broken",
  producer: "broken",
  class: "risky",
  semver: "minor",
  mirror: "field.format.changed",
  find: onBoth(({ before, after }) => {
    const [then, now] = [textFormat(before), textFormat(after)];
    if (then === "" || now === "" || then === now) return undefined;
    return {
      before: then,
      after: now,
      key: "logicalTypeOptions.format",
      message: `Values of ${after.path} are written as ${now} now, not as ${then}.`,
      remedy: `Keep format: ${then} on ${after.path}, and add a field for values that are ${now}.`,
      reasons: {
        consumer: "Texts of another format arrive.",
        producer: "Stored texts have the old format.",
      },
    };
  }),
});
