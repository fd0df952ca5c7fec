import { onRemoved, rule } from "../../rule.ts";
import { isEnd, levelText } from "./strength.ts";

export const serviceLevelEndWithdrawn = rule({
  id: "serviceLevel.end.withdrawn",
  row: "H5",
  level: "serviceLevel",
  facet: "serviceLevel",
  direction: "annotation",
  title: "The announced end of support is withdrawn",
  consumer: "ok",
  producer: "ok",
  class: "safe",
  semver: "minor",
  mirror: "serviceLevel.end.announced",
  find: onRemoved((before) => {
    if (!isEnd(before)) return undefined;
    return {
      before: before.written,
      after: null,
      message: `${levelText(before)} is not announced for ${before.written} any more.`,
      remedy: `Tell readers who have begun to move away.`,
      reasons: { consumer: "Nothing changes until that day.", producer: "Nothing changes until that day." },
    };
  }),
});
