import { onBoth } from "../../../rule.ts";
import { labelOf } from "../../form.ts";
import { sameTexts } from "../../texts.ts";
import { productRule } from "../../rule.ts";

export const outputPortInputContractsChanged = productRule({
  id: "outputPort.inputContracts.changed",
  row: "K6",
  level: "outputPort",
  facet: "reference",
  direction: "annotation",
  title: "Other inputs feed an output port",
  consumer: "ok",
  producer: "ok",
  class: "safe",
  semver: "minor",
  mirror: "outputPort.inputContracts.changed",
  find: onBoth(({ before, after }) => {
    if (sameTexts(before.inputContracts, after.inputContracts)) return undefined;
    return {
      before: before.inputContracts,
      after: after.inputContracts,
      key: "inputContracts",
      message: `Other input contracts feed the output port ${labelOf(after)} now: ${after.inputContracts.join(", ") || "all of them"}.`,
      remedy: "Raise the minor version of the product.",
      reasons: {
        consumer: "Readers are promised what the contract of the port says, wherever it comes from.",
        producer: "The data is the same.",
      },
    };
  }),
});
