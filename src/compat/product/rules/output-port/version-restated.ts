import { onBoth } from "../../../rule.ts";
import { versionMove } from "../../line.ts";
import { productRule } from "../../rule.ts";

export const outputPortVersionRestated = productRule({
  id: "outputPort.version.restated",
  row: "K15",
  level: "outputPort",
  facet: "docs",
  direction: "annotation",
  title: "The version of an output port is written otherwise",
  consumer: "ok",
  producer: "ok",
  class: "docs",
  semver: "patch",
  mirror: "outputPort.version.restated",
  find: onBoth(({ before, after }) => {
    if (versionMove(before.version, after.version) !== "restated") return undefined;
    return {
      before: before.version,
      after: after.version,
      key: "version",
      message: `The version of the output port ${after.name} is ${after.version} now, and was ${before.version}.`,
      remedy: "Raise the patch version of the product.",
      reasons: {
        consumer: "It is the same version in other letters.",
        producer: "It is the same version in other letters.",
      },
    };
  }),
});
