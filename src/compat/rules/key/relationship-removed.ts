import { onRemoved, rule } from "../../rule.ts";
import { fromText } from "./ends.ts";

export const relationshipRemoved = rule({
  id: "relationship.removed",
  row: "E9",
  level: "relationship",
  facet: "reference",
  direction: "weaken",
  title: "A reference is not promised any more",
  consumer: "broken",
  producer: "ok",
  class: "risky",
  semver: "minor",
  mirror: "relationship.added",
  find: onRemoved((before, around) => {
    const from = fromText(before, around);
    return {
      before: before.to,
      after: null,
      message: `References from ${from} to ${before.to} are not promised any more.`,
      remedy: `Keep the relationship to ${before.to}, or tell readers who join by ${from}.`,
      reasons: {
        consumer: "Values that are not found on the other side can arrive, and joins of readers lose rows.",
        producer: "Stored rows are still allowed.",
      },
    };
  }),
});
