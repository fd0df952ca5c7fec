import { onBoth } from "../../../rule.ts";
import { isPatch, versionMove } from "../../line.ts";
import { productRule } from "../../rule.ts";

export const outputPortVersionRaised = productRule({
  id: "outputPort.version.raised",
  row: "K1",
  level: "outputPort",
  facet: "lifecycle",
  direction: "annotation",
  title: "An output port offers a later version of its line",
  consumer: "ok",
  producer: "ok",
  class: "safe",
  semver: "minor",
  mirror: "outputPort.version.lowered",
  find: onBoth(({ before, after }) => {
    if (versionMove(before.version, after.version) !== "raised") return undefined;
    return {
      before: before.version,
      after: after.version,
      key: "version",
      ...(isPatch(before.version, after.version) && { class: "docs", semver: "patch" }),
      message: `The version of the output port ${after.name} is ${after.version} now, and was ${before.version}.`,
      remedy: `Look at the contract of ${after.name}: it says what the version changes.`,
      reasons: {
        consumer: "Whoever reads the line reads the later version; its contract says what that changes.",
        producer: "The contract says what the version changes.",
      },
    };
  }),
});
