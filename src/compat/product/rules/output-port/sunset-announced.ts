import { onBoth } from "../../../rule.ts";
import { labelOf } from "../../form.ts";
import { SUNSET_KEY, sunsetMove } from "../../sunset.ts";
import { productRule } from "../../rule.ts";

export const outputPortSunsetAnnounced = productRule({
  id: "outputPort.sunset.announced",
  row: "K7",
  level: "outputPort",
  facet: "lifecycle",
  direction: "annotation",
  title: "The day is said on which an output port ends",
  consumer: "ok",
  producer: "ok",
  class: "safe",
  semver: "minor",
  mirror: "outputPort.sunset.withdrawn",
  find: onBoth(({ before, after }) => {
    if (sunsetMove({ before, after }) !== "announced") return undefined;
    return {
      before: null,
      after: after.sunset,
      key: SUNSET_KEY,
      message: `The output port ${labelOf(after)} is announced to end on ${after.sunset}.`,
      remedy: `Tell readers what to read from ${after.sunset} on.`,
      reasons: { consumer: "Nothing changes until that day.", producer: "Nothing changes until that day." },
    };
  }),
});
