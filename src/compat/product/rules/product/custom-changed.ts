import { onBoth } from "../../../rule.ts";
import { valueText } from "../../../rules/governance/custom.ts";
import { customChanges } from "../../custom.ts";
import { productRule } from "../../rule.ts";

export const productCustomChanged = productRule({
  id: "product.custom.changed",
  row: "I9",
  level: "product",
  facet: "docs",
  direction: "annotation",
  title: "A custom property of a product differs",
  consumer: "ok",
  producer: "ok",
  class: "docs",
  semver: "patch",
  mirror: "product.custom.changed",
  find: onBoth((both) =>
    customChanges(both, false).map(({ name, before, after }) => ({
      before,
      after,
      key: `customProperties[${name}]`,
      message: `The custom property ${name} of the product is ${valueText(after)} now, and was ${valueText(before)}.`,
      remedy: "Raise the patch version of the product.",
      reasons: {
        consumer: "The property is none that says what the data means.",
        producer: "The property is none that says what the data means.",
      },
    })),
  ),
});
