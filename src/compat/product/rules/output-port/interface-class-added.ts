import { onBoth } from "../../../rule.ts";
import { labelOf } from "../../form.ts";
import { productRule } from "../../rule.ts";

export const outputPortInterfaceClassAdded = productRule({
  id: "outputPort.interfaceClass.added",
  row: "K4",
  level: "outputPort",
  facet: "type",
  direction: "strengthen",
  title: "It is said now by which class of interface an output port is read",
  consumer: "ok",
  producer: "unknown",
  class: "safe",
  semver: "minor",
  mirror: "outputPort.interfaceClass.dropped",
  find: onBoth(({ before, after }) => {
    if (before.interfaceClass !== "" || after.interfaceClass === "") return undefined;
    return {
      before: null,
      after: after.interfaceClass,
      key: "customProperties[meshgate.interfaceClass]",
      message: `The interface class of the output port ${labelOf(after)} is said now: ${after.interfaceClass}.`,
      remedy: `Make sure that ${labelOf(after)} is offered so.`,
      reasons: {
        consumer: "Readers are promised what they were promised, and more.",
        producer: "Whether it is offered so only a person can tell.",
      },
    };
  }),
});
