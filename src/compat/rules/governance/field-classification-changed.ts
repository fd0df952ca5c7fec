import { onBoth, rule } from "../../rule.ts";
import { classText, compareClassifications } from "./classification.ts";

export const fieldClassificationChanged = rule({
  id: "field.classification.changed",
  row: "I1",
  level: "field",
  facet: "access",
  direction: "incomparable",
  title: "A field is classified otherwise",
  consumer: "unknown",
  producer: "unknown",
  class: "risky",
  semver: "minor",
  review: ["privacy"],
  mirror: "field.classification.changed",
  find: onBoth(({ before, after }) => {
    const isEqual = compareClassifications(before.classification, after.classification) === "equal";
    if (
      before.classification === after.classification ||
      ["more", "less"].includes(compareClassifications(before.classification, after.classification))
    )
      return undefined;
    return {
      before: before.classification,
      after: after.classification,
      key: "classification",
      ...(isEqual && { consumer: "ok", producer: "ok", class: "docs", semver: "patch" }),
      message: `${after.path} is ${classText(after.classification)} now, and was ${classText(before.classification)}.`,
      remedy: `Ask whoever answers for privacy what the change of ${after.path} means.`,
      reasons: {
        consumer: isEqual
          ? "Readers keep their access."
          : "Whether readers lose access cannot be told from the two words.",
        producer: isEqual
          ? "What is stored is guarded as before."
          : "Whether what is stored may be open to more people cannot be told from the two words.",
      },
    };
  }),
});
