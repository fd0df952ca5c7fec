import { onBoth } from "../../../rule.ts";
import { labelOf } from "../../form.ts";
import { productRule } from "../../rule.ts";

export const outputPortTypeDropped = productRule({
  id: "outputPort.type.dropped",
  row: "K4",
  level: "outputPort",
  facet: "type",
  direction: "weaken",
  title: "It is not said any more as what an output port is offered",
  consumer: "unknown",
  producer: "ok",
  class: "risky",
  semver: "minor",
  mirror: "outputPort.type.added",
  find: onBoth(({ before, after }) => {
    if (before.type === "" || after.type !== "") return undefined;
    return {
      before: before.type,
      after: null,
      key: "type",
      message: `The type of the output port ${labelOf(after)} is not said any more; it was ${before.type}.`,
      remedy: `Keep the type ${before.type} of ${labelOf(after)}.`,
      reasons: {
        consumer: "It may be offered in another way now; only a person can tell.",
        producer: "How it is offered is bound to nothing any more.",
      },
    };
  }),
});
