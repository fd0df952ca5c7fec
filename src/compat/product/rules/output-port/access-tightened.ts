import { onBoth } from "../../../rule.ts";
import { accessMove, accessText } from "../../access.ts";
import { labelOf } from "../../form.ts";
import { productRule } from "../../rule.ts";

export const outputPortAccessTightened = productRule({
  id: "outputPort.access.tightened",
  row: "I1",
  level: "outputPort",
  facet: "access",
  direction: "strengthen",
  title: "Fewer people may read an output port",
  consumer: "unknown",
  producer: "ok",
  class: "risky",
  semver: "minor",
  mirror: "outputPort.access.loosened",
  find: onBoth(({ before, after }) => {
    if (accessMove(before, after) !== "tightened") return undefined;
    return {
      before: before.access,
      after: after.access,
      key: "customProperties[meshgate.access]",
      message: `Access to the output port ${labelOf(after)} is ${accessText(after)} now, and was ${accessText(before)}.`,
      remedy: `Tell readers of ${labelOf(after)} how they keep their access.`,
      reasons: {
        consumer: "Readers may lose access; the product does not say who has it.",
        producer: "What exists is guarded more than before.",
      },
    };
  }),
});
