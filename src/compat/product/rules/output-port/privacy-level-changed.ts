import { onBoth } from "../../../rule.ts";
import { classText, compareClassifications } from "../../../rules/governance/classification.ts";
import { labelOf } from "../../form.ts";
import { productRule } from "../../rule.ts";

export const outputPortPrivacyLevelChanged = productRule({
  id: "outputPort.privacyLevel.changed",
  row: "I1",
  level: "outputPort",
  facet: "access",
  direction: "incomparable",
  title: "An output port is classified otherwise",
  consumer: "unknown",
  producer: "unknown",
  class: "risky",
  semver: "minor",
  review: ["privacy"],
  mirror: "outputPort.privacyLevel.changed",
  find: onBoth(({ before, after }) => {
    const order = compareClassifications(before.privacyLevel, after.privacyLevel);
    if (before.privacyLevel === after.privacyLevel || order === "more" || order === "less") return undefined;
    const isEqual = order === "equal";
    return {
      before: before.privacyLevel,
      after: after.privacyLevel,
      key: "customProperties[meshgate.privacyLevel]",
      ...(isEqual && { consumer: "ok", producer: "ok", class: "docs", semver: "patch" }),
      message: `The output port ${labelOf(after)} is ${classText(after.privacyLevel)} now, and was ${classText(before.privacyLevel)}.`,
      remedy: `Ask whoever answers for privacy what the change of ${labelOf(after)} means.`,
      reasons: {
        consumer: isEqual
          ? "Readers keep their access."
          : "Whether readers lose access cannot be told from the two words.",
        producer: isEqual
          ? "What exists is guarded as before."
          : "Whether what exists may be open to more people cannot be told from the two words.",
      },
    };
  }),
});
