import { onRemoved, rule } from "../../rule.ts";
import { isCovered, isEnd, levelText } from "./strength.ts";

export const serviceLevelRemoved = rule({
  id: "serviceLevel.removed",
  row: "H1",
  level: "serviceLevel",
  facet: "serviceLevel",
  direction: "weaken",
  title: "A service level is not promised any more",
  consumer: "broken",
  producer: "ok",
  class: "breaking",
  semver: "major",
  mirror: "serviceLevel.added",
  differs: "datacontract-cli calls this information: a promised number is the contract.",
  find: onRemoved((before, { contract }) => {
    if (isEnd(before) || isCovered(before, contract.after.serviceLevels)) return undefined;
    return {
      before: before.written,
      after: null,
      message: `${levelText(before)} is not promised any more: ${before.written}.`,
      remedy: `Keep ${levelText(before)} at ${before.written} in slaProperties.`,
      reasons: {
        consumer: "Readers were promised what nobody promises now.",
        producer: "What kept the old promises keeps the rest of them.",
      },
    };
  }),
});
