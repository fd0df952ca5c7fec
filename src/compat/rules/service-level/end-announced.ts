import { onAdded, rule } from "../../rule.ts";
import { isEnd, levelText } from "./strength.ts";

export const serviceLevelEndAnnounced = rule({
  id: "serviceLevel.end.announced",
  row: "H5",
  level: "serviceLevel",
  facet: "serviceLevel",
  direction: "annotation",
  title: "The end of support is announced",
  consumer: "ok",
  producer: "ok",
  class: "safe",
  semver: "minor",
  mirror: "serviceLevel.end.withdrawn",
  find: onAdded((after) => {
    if (!isEnd(after)) return undefined;
    return {
      before: null,
      after: after.written,
      message: `${levelText(after)} is announced for ${after.written}.`,
      remedy: `Tell readers what to read from ${after.written} on.`,
      reasons: { consumer: "Nothing changes until that day.", producer: "Nothing changes until that day." },
    };
  }),
});
