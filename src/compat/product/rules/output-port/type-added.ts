import { onBoth } from "../../../rule.ts";
import { labelOf } from "../../form.ts";
import { productRule } from "../../rule.ts";

export const outputPortTypeAdded = productRule({
  id: "outputPort.type.added",
  row: "K4",
  level: "outputPort",
  facet: "type",
  direction: "strengthen",
  title: "It is said now as what an output port is offered",
  consumer: "ok",
  producer: "unknown",
  class: "safe",
  semver: "minor",
  mirror: "outputPort.type.dropped",
  find: onBoth(({ before, after }) => {
    if (before.type !== "" || after.type === "") return undefined;
    return {
      before: null,
      after: after.type,
      key: "type",
      message: `The type of the output port ${labelOf(after)} is said now: ${after.type}.`,
      remedy: `Make sure that ${labelOf(after)} is offered so.`,
      reasons: {
        consumer: "Readers are promised what they were promised, and more.",
        producer: "Whether it is offered so only a person can tell.",
      },
    };
  }),
});
