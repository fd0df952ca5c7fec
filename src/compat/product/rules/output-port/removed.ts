import { onRemoved } from "../../../rule.ts";
import { labelOf } from "../../form.ts";
import { heirOf, keepPort } from "../../gone.ts";
import { productRule } from "../../rule.ts";

export const outputPortRemoved = productRule({
  id: "outputPort.removed",
  row: "K2",
  level: "outputPort",
  facet: "existence",
  direction: "weaken",
  title: "An output port is gone",
  consumer: "broken",
  producer: "ok",
  class: "breaking",
  semver: "major",
  mirror: "outputPort.added",
  find: onRemoved((before, { names, newcomers }) => {
    if (names.after.has(before.name)) return undefined;
    const heir = heirOf(before, newcomers);
    return {
      before: labelOf(before),
      after: null,
      message: `The output port ${labelOf(before)} is gone.`,
      remedy:
        heir === undefined
          ? keepPort(before)
          : `${labelOf(heir)} looks like a rename of ${before.name}: give it \`meshgate.renamedFrom: ${before.name}\`.`,
      reasons: {
        consumer: "Whoever reads it finds nothing.",
        producer: "What it offered is promised to nobody any more.",
      },
    };
  }),
});
