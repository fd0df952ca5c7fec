import { onAdded, rule } from "../../rule.ts";
import { isCovered, isEnd, levelText } from "./strength.ts";

export const serviceLevelAdded = rule({
  id: "serviceLevel.added",
  row: "H2",
  level: "serviceLevel",
  facet: "serviceLevel",
  direction: "strengthen",
  title: "A service level is promised",
  consumer: "ok",
  producer: "broken",
  class: "safe",
  semver: "minor",
  mirror: "serviceLevel.removed",
  find: onAdded((after, { contract }) => {
    if (isEnd(after) || isCovered(after, contract.before.serviceLevels)) return undefined;
    return {
      before: null,
      after: after.written,
      message: `${levelText(after)} is promised now: ${after.written}.`,
      remedy: `Be sure that ${levelText(after)} is met before this is merged.`,
      reasons: {
        consumer: "Readers get what they were promised, and more.",
        producer: "What runs today may not keep the new promise.",
      },
    };
  }),
});
