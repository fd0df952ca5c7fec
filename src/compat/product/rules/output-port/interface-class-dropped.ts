import { onBoth } from "../../../rule.ts";
import { labelOf } from "../../form.ts";
import { productRule } from "../../rule.ts";

export const outputPortInterfaceClassDropped = productRule({
  id: "outputPort.interfaceClass.dropped",
  row: "K4",
  level: "outputPort",
  facet: "type",
  direction: "weaken",
  title: "It is not said any more by which class of interface an output port is read",
  consumer: "unknown",
  producer: "ok",
  class: "risky",
  semver: "minor",
  mirror: "outputPort.interfaceClass.added",
  find: onBoth(({ before, after }) => {
    if (before.interfaceClass === "" || after.interfaceClass !== "") return undefined;
    return {
      before: before.interfaceClass,
      after: null,
      key: "customProperties[meshgate.interfaceClass]",
      message: `The interface class of the output port ${labelOf(after)} is not said any more; it was ${before.interfaceClass}.`,
      remedy: `Keep the interface class ${before.interfaceClass} of ${labelOf(after)}.`,
      reasons: {
        consumer: "It may be offered in another way now; only a person can tell.",
        producer: "How it is offered is bound to nothing any more.",
      },
    };
  }),
});
