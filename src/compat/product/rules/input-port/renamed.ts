import { onBoth } from "../../../rule.ts";
import { labelOf } from "../../form.ts";
import { productRule } from "../../rule.ts";

export const inputPortRenamed = productRule({
  id: "inputPort.renamed",
  row: "K5",
  level: "inputPort",
  facet: "reference",
  direction: "annotation",
  title: "An input port has another name",
  consumer: "ok",
  producer: "ok",
  class: "docs",
  semver: "patch",
  mirror: "inputPort.renamed",
  find: onBoth(({ before, after }) => {
    if (before.name === after.name) return undefined;
    return {
      before: before.name,
      after: after.name,
      key: "name",
      message: `The input port ${labelOf(before)} is called ${labelOf(after)} now.`,
      remedy: "Raise the patch version of the product.",
      reasons: {
        consumer: "Readers are promised what the output ports promise, wherever it comes from.",
        producer: "What the product makes of its inputs is its own affair.",
      },
    };
  }),
});
