import { onBoth } from "../../../rule.ts";
import { classText, compareClassifications } from "../../../rules/governance/classification.ts";
import { labelOf } from "../../form.ts";
import { productRule } from "../../rule.ts";

export const outputPortPrivacyLevelRaised = productRule({
  id: "outputPort.privacyLevel.raised",
  row: "I1",
  level: "outputPort",
  facet: "access",
  direction: "strengthen",
  title: "An output port is guarded more",
  consumer: "unknown",
  producer: "ok",
  class: "risky",
  semver: "minor",
  review: ["privacy"],
  mirror: "outputPort.privacyLevel.lowered",
  find: onBoth(({ before, after }) => {
    if (compareClassifications(before.privacyLevel, after.privacyLevel) !== "more") return undefined;
    return {
      before: before.privacyLevel,
      after: after.privacyLevel,
      key: "customProperties[meshgate.privacyLevel]",
      message: `The output port ${labelOf(after)} is ${classText(after.privacyLevel)} now, and was ${classText(before.privacyLevel)}.`,
      remedy: `Ask whoever answers for privacy, and tell readers of ${labelOf(after)} how they keep their access.`,
      reasons: {
        consumer: "Readers may lose access; the product does not say who has it.",
        producer: "What exists is guarded at least as much as before.",
      },
    };
  }),
});
