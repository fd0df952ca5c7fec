import { onBoth } from "../../../rule.ts";
import { accessMove, accessText } from "../../access.ts";
import { labelOf } from "../../form.ts";
import { productRule } from "../../rule.ts";

export const outputPortAccessLoosened = productRule({
  id: "outputPort.access.loosened",
  row: "I2",
  level: "outputPort",
  facet: "access",
  direction: "weaken",
  title: "More people may read an output port",
  consumer: "ok",
  producer: "unknown",
  class: "safe",
  semver: "minor",
  review: ["privacy"],
  mirror: "outputPort.access.tightened",
  find: onBoth(({ before, after }) => {
    if (accessMove(before, after) !== "loosened") return undefined;
    return {
      before: before.access,
      after: after.access,
      key: "customProperties[meshgate.access]",
      message: `Access to the output port ${labelOf(after)} is ${accessText(after)} now, and was ${accessText(before)}.`,
      remedy: `Ask whoever answers for privacy whether ${labelOf(after)} may be open to more people.`,
      reasons: {
        consumer: "Readers keep their access.",
        producer: "Whether what exists may be open to more people only a person can tell.",
      },
    };
  }),
});
