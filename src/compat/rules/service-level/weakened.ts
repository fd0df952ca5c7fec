import { onBoth, rule } from "../../rule.ts";
import { isEnd, levelText, strengthOf } from "./strength.ts";

export const serviceLevelWeakened = rule({
  id: "serviceLevel.weakened",
  row: "H1",
  level: "serviceLevel",
  facet: "serviceLevel",
  direction: "weaken",
  title: "A service level promises less",
  consumer: "broken",
  producer: "ok",
  class: "breaking",
  semver: "major",
  mirror: "serviceLevel.strengthened",
  differs:
    "OMDS asks for a minor version and datacontract-cli calls this information: a promised number is the contract.",
  find: onBoth(({ before, after }) => {
    if (isEnd(after) || after.property === "retention" || strengthOf(before, after) !== "weaker") return undefined;
    return {
      before: before.written,
      after: after.written,
      key: "value",
      message: `${levelText(after)} is ${after.written} now, and was ${before.written}.`,
      remedy: `Keep ${levelText(after)} at ${before.written}, or tell readers from when on it is ${after.written}.`,
      reasons: {
        consumer: "Readers were promised more than they get now.",
        producer: "What kept the old promise keeps the new one.",
      },
    };
  }),
});
