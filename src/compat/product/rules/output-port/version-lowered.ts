import { onBoth } from "../../../rule.ts";
import { versionMove } from "../../line.ts";
import { productRule } from "../../rule.ts";

export const outputPortVersionLowered = productRule({
  id: "outputPort.version.lowered",
  row: "K13",
  level: "outputPort",
  facet: "lifecycle",
  direction: "annotation",
  title: "An output port offers an earlier version of its line",
  consumer: "ok",
  producer: "ok",
  class: "risky",
  semver: "minor",
  mirror: "outputPort.version.raised",
  find: onBoth(({ before, after }) => {
    if (versionMove(before.version, after.version) !== "lowered") return undefined;
    return {
      before: before.version,
      after: after.version,
      key: "version",
      message: `The version of the output port ${after.name} is ${after.version} now, and was ${before.version}.`,
      remedy: `Keep the version ${before.version} of ${after.name}, or raise it.`,
      reasons: {
        consumer: "Whoever reads the line reads the earlier version; its contract says what that changes.",
        producer: "The contract says what the version changes.",
      },
    };
  }),
});
