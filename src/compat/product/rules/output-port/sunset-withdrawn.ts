import { onBoth } from "../../../rule.ts";
import { labelOf } from "../../form.ts";
import { SUNSET_KEY, sunsetMove } from "../../sunset.ts";
import { productRule } from "../../rule.ts";

export const outputPortSunsetWithdrawn = productRule({
  id: "outputPort.sunset.withdrawn",
  row: "K7",
  level: "outputPort",
  facet: "lifecycle",
  direction: "annotation",
  title: "No day is said any more on which an output port ends",
  consumer: "ok",
  producer: "ok",
  class: "safe",
  semver: "minor",
  mirror: "outputPort.sunset.announced",
  find: onBoth(({ before, after }) => {
    if (sunsetMove({ before, after }) !== "withdrawn") return undefined;
    return {
      before: before.sunset,
      after: null,
      key: SUNSET_KEY,
      message: `The output port ${labelOf(after)} is not announced to end on ${before.sunset} any more.`,
      remedy: "Tell the readers who have begun to move away.",
      reasons: { consumer: "Nothing changes until that day.", producer: "Nothing changes until that day." },
    };
  }),
});
