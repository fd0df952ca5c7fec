import { onBoth, rule } from "../../rule.ts";
import { classText, compareClassifications } from "./classification.ts";

export const fieldClassificationRaised = rule({
  id: "field.classification.raised",
  row: "I1",
  level: "field",
  facet: "access",
  direction: "strengthen",
  title: "A field is guarded more",
  consumer: "unknown",
  producer: "ok",
  class: "risky",
  semver: "minor",
  review: ["privacy"],
  mirror: "field.classification.lowered",
  differs: "datacontract-cli calls this information: readers may be locked out.",
  find: onBoth(({ before, after }) => {
    if (compareClassifications(before.classification, after.classification) !== "more") return undefined;
    return {
      before: before.classification,
      after: after.classification,
      key: "classification",
      message: `${after.path} is ${classText(after.classification)} now, and was ${classText(before.classification)}.`,
      remedy: `Ask whoever answers for privacy, and tell readers of ${after.path} how they keep their access.`,
      reasons: {
        consumer: "Readers may lose access; the contract does not say who has it.",
        producer: "What is stored is guarded at least as much as before.",
      },
    };
  }),
});
