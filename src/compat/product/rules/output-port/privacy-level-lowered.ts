import { onBoth } from "../../../rule.ts";
import { classText, compareClassifications } from "../../../rules/governance/classification.ts";
import { labelOf } from "../../form.ts";
import { productRule } from "../../rule.ts";

export const outputPortPrivacyLevelLowered = productRule({
  id: "outputPort.privacyLevel.lowered",
  row: "I2",
  level: "outputPort",
  facet: "access",
  direction: "weaken",
  title: "An output port is guarded less",
  consumer: "ok",
  producer: "unknown",
  class: "safe",
  semver: "minor",
  review: ["privacy"],
  mirror: "outputPort.privacyLevel.raised",
  find: onBoth(({ before, after }) => {
    if (compareClassifications(before.privacyLevel, after.privacyLevel) !== "less") return undefined;
    return {
      before: before.privacyLevel,
      after: after.privacyLevel,
      key: "customProperties[meshgate.privacyLevel]",
      message: `The output port ${labelOf(after)} is ${classText(after.privacyLevel)} now, and was ${classText(before.privacyLevel)}.`,
      remedy: `Ask whoever answers for privacy whether ${labelOf(after)} may be open to more people.`,
      reasons: {
        consumer: "Readers keep their access.",
        producer: "Whether what exists may be open to more people only a person can tell.",
      },
    };
  }),
});
