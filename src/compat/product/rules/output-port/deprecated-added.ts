import { onBoth } from "../../../rule.ts";
import { labelOf } from "../../form.ts";
import { productRule } from "../../rule.ts";

export const outputPortDeprecatedAdded = productRule({
  id: "outputPort.deprecated.added",
  row: "K7",
  level: "outputPort",
  facet: "lifecycle",
  direction: "annotation",
  title: "An output port is deprecated now",
  consumer: "ok",
  producer: "ok",
  class: "safe",
  semver: "minor",
  mirror: "outputPort.deprecated.dropped",
  find: onBoth(({ before, after }) => {
    if (before.deprecated || !after.deprecated) return undefined;
    return {
      before: false,
      after: true,
      key: "deprecated",
      message: `The output port ${labelOf(after)} is deprecated now.`,
      remedy: `Name in the description of ${labelOf(after)} what to read instead.`,
      reasons: {
        consumer: "Everything arrives as before; readers know now that it will end.",
        producer: "The data is the same.",
      },
    };
  }),
});
