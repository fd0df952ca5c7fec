import { onBoth } from "../../../rule.ts";
import { valueText } from "../../../rules/governance/custom.ts";
import { customChanges } from "../../custom.ts";
import { labelOf } from "../../form.ts";
import { productRule } from "../../rule.ts";

export const inputPortCustomChanged = productRule({
  id: "inputPort.custom.changed",
  row: "I9",
  level: "inputPort",
  facet: "docs",
  direction: "annotation",
  title: "A custom property of an input port differs",
  consumer: "ok",
  producer: "ok",
  class: "docs",
  semver: "patch",
  mirror: "inputPort.custom.changed",
  find: onBoth((both) =>
    customChanges(both, false).map(({ name, before, after }) => ({
      before,
      after,
      key: `customProperties[${name}]`,
      message: `The custom property ${name} of the input port ${labelOf(both.after)} is ${valueText(after)} now, and was ${valueText(before)}.`,
      remedy: "Raise the patch version of the product.",
      reasons: {
        consumer: "The property is none that says what the data means.",
        producer: "The property is none that says what the data means.",
      },
    })),
  ),
});
