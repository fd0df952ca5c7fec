import { onBoth, rule } from "../../rule.ts";
import { textFormat } from "./text-format.ts";

export const fieldFormatDropped = rule({
  id: "field.format.dropped",
  row: "F10",
  level: "field",
  facet: "domain",
  direction: "weaken",
  title: "Texts of a field keep to no format any more",
  consumer: "broken",
  producer: "ok",
  class: "risky",
  semver: "minor",
  mirror: "field.format.added",
  find: onBoth(({ before, after }) => {
    const [then, now] = [textFormat(before), textFormat(after)];
    if (then === "" || now !== "") return undefined;
    return {
      before: then,
      after: null,
      key: "logicalTypeOptions.format",
      message: `Values of ${after.path} are not promised to be ${then} any more.`,
      remedy: `Keep format: ${then} on ${after.path}, or tell its readers what will arrive.`,
      reasons: {
        consumer: "Texts of any format can arrive.",
        producer: "Every stored text is still allowed.",
      },
    };
  }),
});
