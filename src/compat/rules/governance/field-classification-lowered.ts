import { onBoth, rule } from "../../rule.ts";
import { classText, compareClassifications } from "./classification.ts";

export const fieldClassificationLowered = rule({
  id: "field.classification.lowered",
  row: "I2",
  level: "field",
  facet: "access",
  direction: "weaken",
  title: "A field is guarded less",
  consumer: "ok",
  producer: "unknown",
  class: "safe",
  semver: "minor",
  review: ["privacy"],
  mirror: "field.classification.raised",
  differs: "datacontract-cli 0.10 called this an error: it needs the consent of a person and no major version.",
  find: onBoth(({ before, after }) => {
    if (compareClassifications(before.classification, after.classification) !== "less") return undefined;
    return {
      before: before.classification,
      after: after.classification,
      key: "classification",
      message: `${after.path} is ${classText(after.classification)} now, and was ${classText(before.classification)}.`,
      remedy: `Ask whoever answers for privacy whether ${after.path} may be open to more people.`,
      reasons: {
        consumer: "Readers keep their access.",
        producer: "Whether what is stored may be open to more people only a person can tell.",
      },
    };
  }),
});
