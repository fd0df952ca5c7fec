import { onBoth, rule } from "../../rule.ts";
import { customChanges, valueText } from "./custom.ts";

export const fieldCustomChanged = rule({
  id: "field.custom.changed",
  row: "I9",
  level: "field",
  facet: "docs",
  direction: "annotation",
  title: "A custom property differs",
  consumer: "ok",
  producer: "ok",
  class: "docs",
  semver: "patch",
  mirror: "field.custom.changed",
  find: onBoth((both) =>
    customChanges(both, false).map(({ name, before, after }) => ({
      before,
      after,
      key: "customProperties",
      message: `The custom property ${name} of ${both.after.path} is ${valueText(after)} now, and was ${valueText(before)}.`,
      remedy: "Raise the patch version of the contract.",
      reasons: {
        consumer: "The property is none that says what the data means.",
        producer: "The property is none that says what the data means.",
      },
    })),
  ),
});
