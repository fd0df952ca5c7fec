import { onBoth } from "../../../rule.ts";
import { valueText } from "../../../rules/governance/custom.ts";
import { customChanges } from "../../custom.ts";
import { labelOf } from "../../form.ts";
import { productRule } from "../../rule.ts";

export const outputPortMeaningChanged = productRule({
  id: "outputPort.meaning.changed",
  row: "I9",
  level: "outputPort",
  facet: "type",
  direction: "incomparable",
  title: "What the values of an output port mean is another thing",
  consumer: "unknown",
  producer: "unknown",
  class: "risky",
  semver: "minor",
  mirror: "outputPort.meaning.changed",
  find: onBoth((both) =>
    customChanges(both, true).map(({ name, before, after }) => ({
      before,
      after,
      key: `customProperties[${name}]`,
      message: `The ${name} of the output port ${labelOf(both.after)} is ${valueText(after)} now, and was ${valueText(before)}.`,
      remedy: `Keep the values as they are, and offer those of the new ${name} on a port of its own.`,
      reasons: {
        consumer: "Values may mean something else under the same name; only a person can tell.",
        producer: "Stored values may mean something else under the same name; only a person can tell.",
      },
    })),
  ),
});
