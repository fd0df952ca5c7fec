import { onBoth } from "../../../rule.ts";
import { accessMove, accessText } from "../../access.ts";
import { labelOf } from "../../form.ts";
import { productRule } from "../../rule.ts";

export const outputPortAccessUnclear = productRule({
  id: "outputPort.access.unclear",
  row: "I1",
  level: "outputPort",
  facet: "access",
  direction: "incomparable",
  title: "Who may read an output port is said otherwise",
  consumer: "unknown",
  producer: "unknown",
  class: "risky",
  semver: "minor",
  review: ["privacy"],
  mirror: "outputPort.access.unclear",
  find: onBoth(({ before, after }) => {
    if (accessMove(before, after) !== "unclear") return undefined;
    return {
      before: before.access,
      after: after.access,
      key: "customProperties[meshgate.access]",
      message: `Access to the output port ${labelOf(after)} is ${accessText(after)} now, and was ${accessText(before)}.`,
      remedy: `Tell readers of ${labelOf(after)} whether they keep their access.`,
      reasons: {
        consumer: "Whether readers lose access cannot be told.",
        producer: "Whether more people may read what exists cannot be told.",
      },
    };
  }),
});
