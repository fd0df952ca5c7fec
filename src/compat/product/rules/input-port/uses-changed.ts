import { onBoth } from "../../../rule.ts";
import { labelOf } from "../../form.ts";
import { sameTexts } from "../../texts.ts";
import { productRule } from "../../rule.ts";

export const inputPortUsesChanged = productRule({
  id: "inputPort.uses.changed",
  row: "K5",
  level: "inputPort",
  facet: "reference",
  direction: "annotation",
  title: "An input port reads other fields",
  consumer: "ok",
  producer: "ok",
  class: "docs",
  semver: "patch",
  mirror: "inputPort.uses.changed",
  find: onBoth(({ before, after }) => {
    if (
      before.uses === after.uses ||
      (before.uses !== undefined && after.uses !== undefined && sameTexts(before.uses, after.uses))
    )
      return undefined;
    return {
      before: before.uses ?? null,
      after: after.uses ?? null,
      key: "customProperties[meshgate.uses]",
      message: `The input port ${labelOf(after)} reads ${after.uses?.join(", ") ?? "everything"} now, and read ${before.uses?.join(", ") ?? "everything"}.`,
      remedy: `Make sure that meshgate.uses of ${labelOf(after)} names every field that is read.`,
      reasons: {
        consumer: "Readers are promised what the output ports promise, wherever it comes from.",
        producer: "What the product makes of its inputs is its own affair.",
      },
    };
  }),
});
