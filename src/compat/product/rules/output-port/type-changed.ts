import { onBoth } from "../../../rule.ts";
import { labelOf } from "../../form.ts";
import { productRule } from "../../rule.ts";

export const outputPortTypeChanged = productRule({
  id: "outputPort.type.changed",
  row: "K4",
  level: "outputPort",
  facet: "type",
  direction: "incomparable",
  title: "An output port is offered as something else",
  consumer: "broken",
  producer: "broken",
  class: "breaking",
  semver: "major",
  mirror: "outputPort.type.changed",
  find: onBoth(({ before, after }) => {
    if (before.type === "" || after.type === "" || before.type === after.type) return undefined;
    return {
      before: before.type,
      after: after.type,
      key: "type",
      message: `The type of the output port ${labelOf(after)} is ${after.type} now, and was ${before.type}.`,
      remedy: `Keep ${labelOf(after)} as it is, and offer the data as ${after.type} on a port of its own beside it.`,
      reasons: {
        consumer: "Readers are built for another kind of interface.",
        producer: "What exists is offered by another kind of interface.",
      },
    };
  }),
});
