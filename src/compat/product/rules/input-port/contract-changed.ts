import { onBoth } from "../../../rule.ts";
import { labelOf } from "../../form.ts";
import { quotedOr } from "../../texts.ts";
import { productRule } from "../../rule.ts";

export const inputPortContractChanged = productRule({
  id: "inputPort.contract.changed",
  row: "K5",
  level: "inputPort",
  facet: "reference",
  direction: "annotation",
  title: "An input port reads another contract",
  consumer: "ok",
  producer: "ok",
  class: "safe",
  semver: "minor",
  mirror: "inputPort.contract.changed",
  find: onBoth(({ before, after }) => {
    if (before.contractId === after.contractId) return undefined;
    return {
      before: before.contractId,
      after: after.contractId,
      key: "contractId",
      message: `The contract that the input port ${labelOf(after)} reads is ${quotedOr(after.contractId, "not given")} now, and was ${quotedOr(before.contractId, "not given")}.`,
      remedy: `Make sure that the product keeps its contracts with what ${labelOf(after)} reads now.`,
      reasons: {
        consumer: "Readers are promised what the output ports promise, wherever it comes from.",
        producer: "What the product makes of its inputs is its own affair.",
      },
    };
  }),
});
