import { onBoth } from "../../../rule.ts";
import { quotedOr } from "../../texts.ts";
import { productRule } from "../../rule.ts";

export const inputPortRepinned = productRule({
  id: "inputPort.repinned",
  row: "K5",
  level: "inputPort",
  facet: "reference",
  direction: "annotation",
  title: "An input port reads another version",
  consumer: "ok",
  producer: "ok",
  class: "safe",
  semver: "minor",
  mirror: "inputPort.repinned",
  find: onBoth(({ before, after }) => {
    if (before.version === after.version) return undefined;
    return {
      before: before.version,
      after: after.version,
      key: "version",
      message: `The version that the input port ${after.name} reads is ${quotedOr(after.version, "not given")} now, and was ${quotedOr(before.version, "not given")}.`,
      remedy: `Make sure that the product keeps its contracts with what ${after.name} reads now.`,
      reasons: {
        consumer: "Readers are promised what the output ports promise, wherever it comes from.",
        producer: "What the product makes of its inputs is its own affair.",
      },
    };
  }),
});
