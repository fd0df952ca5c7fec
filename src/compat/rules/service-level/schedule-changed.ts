import { onBoth, rule } from "../../rule.ts";
import { levelText } from "./strength.ts";

export const serviceLevelScheduleChanged = rule({
  id: "serviceLevel.schedule.changed",
  row: "H6",
  level: "serviceLevel",
  facet: "serviceLevel",
  direction: "incomparable",
  title: "A service level is checked at other times",
  consumer: "unknown",
  producer: "unknown",
  class: "risky",
  semver: "minor",
  mirror: "serviceLevel.schedule.changed",
  find: onBoth(({ before, after }) => {
    if (before.schedule === after.schedule) return undefined;
    return {
      before: before.schedule,
      after: after.schedule,
      key: "schedule",
      message: `${levelText(after)} is checked at other times: "${after.schedule}", before "${before.schedule}".`,
      remedy: `Tell readers who wait for ${levelText(after)} when it is checked now.`,
      reasons: {
        consumer: "Readers may rely on when it is checked; only a person can tell.",
        producer: "What runs today may not fit the new times; only a person can tell.",
      },
    };
  }),
});
