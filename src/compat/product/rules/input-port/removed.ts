import { onRemoved } from "../../../rule.ts";
import { labelOf } from "../../form.ts";
import { productRule } from "../../rule.ts";

export const inputPortRemoved = productRule({
  id: "inputPort.removed",
  row: "K5",
  level: "inputPort",
  facet: "existence",
  direction: "annotation",
  title: "An input port is gone",
  consumer: "ok",
  producer: "ok",
  class: "safe",
  semver: "minor",
  mirror: "inputPort.added",
  differs: "OMDS asks for a minor version: so does this, and readers of the product need nothing.",
  find: onRemoved((before) => ({
    before: labelOf(before),
    after: null,
    message: `The input port ${labelOf(before)} is gone.`,
    remedy: "Make sure that the output ports keep their contracts without it.",
    reasons: {
      consumer: "Readers are promised what the output ports promise, wherever it comes from.",
      producer: "What the product makes of its inputs is its own affair.",
    },
  })),
});
