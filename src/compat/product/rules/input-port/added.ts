import { onAdded } from "../../../rule.ts";
import { labelOf } from "../../form.ts";
import { productRule } from "../../rule.ts";

export const inputPortAdded = productRule({
  id: "inputPort.added",
  row: "K5",
  level: "inputPort",
  facet: "existence",
  direction: "additive",
  title: "An input port is new",
  consumer: "ok",
  producer: "ok",
  class: "safe",
  semver: "minor",
  mirror: "inputPort.removed",
  find: onAdded((after) => ({
    before: null,
    after: labelOf(after),
    message: `The input port ${labelOf(after)} is new.`,
    remedy: "Raise the minor version of the product.",
    reasons: {
      consumer: "Readers are promised what the output ports promise, wherever it comes from.",
      producer: "What the product makes of its inputs is its own affair.",
    },
  })),
});
