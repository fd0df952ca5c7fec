import { onBoth } from "../../../rule.ts";
import { labelOf } from "../../form.ts";
import { productRule } from "../../rule.ts";

export const outputPortInterfaceClassChanged = productRule({
  id: "outputPort.interfaceClass.changed",
  row: "K4",
  level: "outputPort",
  facet: "type",
  direction: "incomparable",
  title: "An output port is offered as something else",
  consumer: "broken",
  producer: "broken",
  class: "breaking",
  semver: "major",
  mirror: "outputPort.interfaceClass.changed",
  find: onBoth(({ before, after }) => {
    if (before.interfaceClass === "" || after.interfaceClass === "" || before.interfaceClass === after.interfaceClass)
      return undefined;
    return {
      before: before.interfaceClass,
      after: after.interfaceClass,
      key: "customProperties[meshgate.interfaceClass]",
      message: `The interface class of the output port ${labelOf(after)} is ${after.interfaceClass} now, and was ${before.interfaceClass}.`,
      remedy: `Keep ${labelOf(after)} as it is, and offer the data as ${after.interfaceClass} on a port of its own beside it.`,
      reasons: {
        consumer: "Readers are built for another kind of interface.",
        producer: "What exists is offered by another kind of interface.",
      },
    };
  }),
});
