import { onBoth } from "../../../rule.ts";
import { labelOf } from "../../form.ts";
import { quotedOr } from "../../texts.ts";
import { productRule } from "../../rule.ts";

export const inputPortExpectsChanged = productRule({
  id: "inputPort.expects.changed",
  row: "K5",
  level: "inputPort",
  facet: "reference",
  direction: "annotation",
  title: "An input port expects something else",
  consumer: "ok",
  producer: "ok",
  class: "docs",
  semver: "patch",
  mirror: "inputPort.expects.changed",
  find: onBoth(({ before, after }) => {
    if (before.expects === after.expects) return undefined;
    return {
      before: before.expects,
      after: after.expects,
      key: "customProperties[meshgate.expects]",
      message: `The input port ${labelOf(after)} expects ${quotedOr(after.expects, "nothing of its own")} now, and expected ${quotedOr(before.expects, "nothing of its own")}.`,
      remedy: `Make sure that the contract offered to ${labelOf(after)} keeps what is expected.`,
      reasons: {
        consumer: "Readers are promised what the output ports promise, wherever it comes from.",
        producer: "What the product makes of its inputs is its own affair.",
      },
    };
  }),
});
