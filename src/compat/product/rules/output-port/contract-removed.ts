import { onBoth } from "../../../rule.ts";
import { labelOf } from "../../form.ts";
import { productRule } from "../../rule.ts";

export const outputPortContractRemoved = productRule({
  id: "outputPort.contract.removed",
  row: "K3",
  level: "outputPort",
  facet: "reference",
  direction: "weaken",
  title: "An output port keeps no contract any more",
  consumer: "broken",
  producer: "ok",
  class: "breaking",
  semver: "major",
  mirror: "outputPort.contract.added",
  find: onBoth(({ before, after }) => {
    if (before.contractId === "" || after.contractId !== "") return undefined;
    return {
      before: before.contractId,
      after: null,
      key: "contractId",
      message: `The output port ${labelOf(after)} keeps no contract any more; it was ${before.contractId}.`,
      remedy: `Keep \`contractId: ${before.contractId}\` on ${labelOf(after)}.`,
      reasons: {
        consumer: "Nothing that readers were promised holds any more.",
        producer: "What exists is bound to no contract any more.",
      },
    };
  }),
});
