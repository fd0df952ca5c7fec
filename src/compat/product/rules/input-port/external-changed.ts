import { onBoth } from "../../../rule.ts";
import { labelOf } from "../../form.ts";
import { productRule } from "../../rule.ts";

export const inputPortExternalChanged = productRule({
  id: "inputPort.external.changed",
  row: "K5",
  level: "inputPort",
  facet: "reference",
  direction: "annotation",
  title: "An input port reads from elsewhere",
  consumer: "ok",
  producer: "ok",
  class: "docs",
  semver: "patch",
  mirror: "inputPort.external.changed",
  find: onBoth(({ before, after }) => {
    if (before.external === after.external) return undefined;
    return {
      before: before.external,
      after: after.external,
      key: "customProperties[meshgate.external]",
      message: `The source of the input port ${labelOf(after)} is ${after.external ? "outside" : "inside"} the mesh now.`,
      remedy: "Raise the patch version of the product.",
      reasons: {
        consumer: "Readers are promised what the output ports promise, wherever it comes from.",
        producer: "What the product makes of its inputs is its own affair.",
      },
    };
  }),
});
