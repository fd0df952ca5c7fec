import { onBoth, rule } from "../../rule.ts";
import { customChanges, valueText } from "./custom.ts";

export const contractMeaningChanged = rule({
  id: "contract.meaning.changed",
  row: "I9",
  level: "contract",
  facet: "type",
  direction: "incomparable",
  title: "What the values mean is another thing",
  consumer: "unknown",
  producer: "unknown",
  class: "risky",
  semver: "minor",
  mirror: "contract.meaning.changed",
  find: onBoth((both) =>
    customChanges(both, true).map(({ name, before, after }) => ({
      before,
      after,
      key: "customProperties",
      message: `The ${name} of the contract is ${valueText(after)} now, and was ${valueText(before)}.`,
      remedy: `Keep the values as they are and add a field for the new ${name}.`,
      reasons: {
        consumer: "Values may mean something else under the same name; only a person can tell.",
        producer: "Stored values may mean something else under the same name; only a person can tell.",
      },
    })),
  ),
});
