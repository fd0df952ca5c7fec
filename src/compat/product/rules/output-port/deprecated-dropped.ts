import { onBoth } from "../../../rule.ts";
import { labelOf } from "../../form.ts";
import { productRule } from "../../rule.ts";

export const outputPortDeprecatedDropped = productRule({
  id: "outputPort.deprecated.dropped",
  row: "K7",
  level: "outputPort",
  facet: "lifecycle",
  direction: "annotation",
  title: "An output port is not deprecated any more",
  consumer: "ok",
  producer: "ok",
  class: "safe",
  semver: "minor",
  mirror: "outputPort.deprecated.added",
  find: onBoth(({ before, after }) => {
    if (!before.deprecated || after.deprecated) return undefined;
    return {
      before: true,
      after: false,
      key: "deprecated",
      message: `The output port ${labelOf(after)} is not deprecated any more.`,
      remedy: `Tell the readers who have left ${labelOf(after)} that it stays.`,
      reasons: { consumer: "Everything arrives as before.", producer: "The data is the same." },
    };
  }),
});
