import { onBoth } from "../../../rule.ts";
import { weighed } from "../../contracts.ts";
import { labelOf } from "../../form.ts";
import { productRule } from "../../rule.ts";

export const outputPortContractChanged = productRule({
  id: "outputPort.contract.changed",
  row: "K3",
  level: "outputPort",
  facet: "reference",
  direction: "incomparable",
  title: "An output port keeps another contract",
  consumer: "unknown",
  producer: "unknown",
  class: "breaking",
  semver: "major",
  mirror: "outputPort.contract.changed",
  differs:
    "OMDS calls every other contract breaking, since it sees only the product: here the two contracts are compared, and it is a break where they are not known.",
  find: onBoth(({ before, after }, { contracts }) => {
    if (before.contractId === "" || after.contractId === "" || before.contractId === after.contractId) return undefined;
    return {
      before: before.contractId,
      after: after.contractId,
      key: "contractId",
      message: `The output port ${labelOf(after)} keeps the contract ${after.contractId} now, and kept ${before.contractId}.`,
      remedy: `Keep \`contractId: ${before.contractId}\`, or offer ${after.contractId} on a port of its own beside it.`,
      ...weighed(contracts),
    };
  }),
});
