import { onRemoved } from "../../../rule.ts";
import { labelOf } from "../../form.ts";
import { keepPort } from "../../gone.ts";
import { productRule } from "../../rule.ts";

export const outputPortVersionRemoved = productRule({
  id: "outputPort.version.removed",
  row: "K2",
  level: "outputPort",
  facet: "existence",
  direction: "weaken",
  title: "A version of an output port is gone",
  consumer: "broken",
  producer: "ok",
  class: "breaking",
  semver: "major",
  mirror: "outputPort.version.added",
  find: onRemoved((before, { names }) => {
    if (!names.after.has(before.name)) return undefined;
    return {
      before: labelOf(before),
      after: null,
      message: `The version ${labelOf(before)} of an output port is gone; others of ${before.name} are still there.`,
      remedy: keepPort(before),
      reasons: {
        consumer: "Whoever reads this version finds another promise, or nothing.",
        producer: "What was offered in this version is promised to nobody any more.",
      },
    };
  }),
});
