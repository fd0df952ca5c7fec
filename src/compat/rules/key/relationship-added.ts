import { onAdded, rule } from "../../rule.ts";
import { fromText } from "./ends.ts";

export const relationshipAdded = rule({
  id: "relationship.added",
  row: "E8",
  level: "relationship",
  facet: "reference",
  direction: "strengthen",
  title: "A reference is promised",
  consumer: "ok",
  producer: "broken",
  class: "safe",
  semver: "minor",
  mirror: "relationship.removed",
  find: onAdded((after, around) => {
    const from = fromText(after, around);
    return {
      before: null,
      after: after.to,
      message: `References from ${from} to ${after.to} are promised now.`,
      remedy: `Be sure that every stored value of ${from} is found in ${after.to} before this is merged.`,
      reasons: {
        consumer: "Readers get what they were promised, and more.",
        producer: "Stored rows may refer to what is not there.",
      },
    };
  }),
});
