import { onBoth } from "../../../rule.ts";
import { versionMove } from "../../line.ts";
import { quotedOr } from "../../texts.ts";
import { productRule } from "../../rule.ts";

export const outputPortVersionUnclear = productRule({
  id: "outputPort.version.unclear",
  row: "K13",
  level: "outputPort",
  facet: "lifecycle",
  direction: "incomparable",
  title: "An output port offers a version of which nobody knows the line",
  consumer: "unknown",
  producer: "unknown",
  class: "risky",
  semver: "minor",
  mirror: "outputPort.version.unclear",
  find: onBoth(({ before, after }) => {
    if (versionMove(before.version, after.version) !== "unclear") return undefined;
    return {
      before: before.version,
      after: after.version,
      key: "version",
      message: `The version of the output port ${after.name} is ${quotedOr(after.version, "not given")} now, and was ${quotedOr(before.version, "not given")}.`,
      remedy: "Write versions of ports as MAJOR.MINOR.PATCH.",
      reasons: {
        consumer: "Whether it is still the version that readers name cannot be told.",
        producer: "Whether what exists belongs to this version cannot be told.",
      },
    };
  }),
});
