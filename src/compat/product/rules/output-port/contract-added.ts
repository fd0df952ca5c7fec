import { onBoth } from "../../../rule.ts";
import { labelOf } from "../../form.ts";
import { productRule } from "../../rule.ts";

export const outputPortContractAdded = productRule({
  id: "outputPort.contract.added",
  row: "K3",
  level: "outputPort",
  facet: "reference",
  direction: "strengthen",
  title: "An output port keeps a contract now",
  consumer: "ok",
  producer: "broken",
  class: "safe",
  semver: "minor",
  mirror: "outputPort.contract.removed",
  find: onBoth(({ before, after }) => {
    if (before.contractId !== "" || after.contractId === "") return undefined;
    return {
      before: null,
      after: after.contractId,
      key: "contractId",
      message: `The output port ${labelOf(after)} keeps the contract ${after.contractId} now.`,
      remedy: `Make sure that what exists keeps the contract ${after.contractId}.`,
      reasons: {
        consumer: "Readers get a promise that they did not have.",
        producer: "What exists was bound to no contract, and has to keep this one now.",
      },
    };
  }),
});
