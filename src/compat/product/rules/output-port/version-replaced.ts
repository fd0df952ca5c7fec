import { onBoth } from "../../../rule.ts";
import { versionMove } from "../../line.ts";
import { labelOf } from "../../form.ts";
import { productRule } from "../../rule.ts";

export const outputPortVersionReplaced = productRule({
  id: "outputPort.version.replaced",
  row: "K2",
  level: "outputPort",
  facet: "lifecycle",
  direction: "incomparable",
  title: "An output port offers another major version, and the one before no more",
  consumer: "broken",
  producer: "broken",
  class: "breaking",
  semver: "major",
  mirror: "outputPort.version.replaced",
  find: onBoth(({ before, after }) => {
    if (versionMove(before.version, after.version) !== "replaced") return undefined;
    return {
      before: before.version,
      after: after.version,
      key: "version",
      message: `The version of the output port ${after.name} is ${after.version} now, and was ${before.version}.`,
      remedy: `Keep ${labelOf(before)} beside ${labelOf(after)} until its readers have moved.`,
      reasons: {
        consumer: "Whoever reads the line before finds another promise.",
        producer: "What exists belongs to the line before.",
      },
    };
  }),
});
