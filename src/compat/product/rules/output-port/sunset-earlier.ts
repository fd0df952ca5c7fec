import { onBoth } from "../../../rule.ts";
import { labelOf } from "../../form.ts";
import { SUNSET_KEY, sunsetMove } from "../../sunset.ts";
import { productRule } from "../../rule.ts";

export const outputPortSunsetEarlier = productRule({
  id: "outputPort.sunset.earlier",
  row: "K8",
  level: "outputPort",
  facet: "lifecycle",
  direction: "weaken",
  title: "An output port ends earlier than announced",
  consumer: "broken",
  producer: "ok",
  class: "breaking",
  semver: "major",
  mirror: "outputPort.sunset.later",
  find: onBoth(({ before, after }) => {
    if (sunsetMove({ before, after }) !== "earlier") return undefined;
    return {
      before: before.sunset,
      after: after.sunset,
      key: SUNSET_KEY,
      message: `The output port ${labelOf(after)} ends on ${after.sunset} now, and was to end on ${before.sunset}.`,
      remedy: `Keep the sunset ${before.sunset}.`,
      reasons: {
        consumer: "Readers have less time to move than they were promised.",
        producer: "What had to run until the later day has to run until the earlier one.",
      },
    };
  }),
});
