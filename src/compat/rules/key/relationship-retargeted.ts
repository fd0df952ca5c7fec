import { onBoth, rule } from "../../rule.ts";
import { fromText } from "./ends.ts";

export const relationshipRetargeted = rule({
  id: "relationship.retargeted",
  row: "E10",
  level: "relationship",
  facet: "reference",
  direction: "incomparable",
  title: "A reference leads elsewhere",
  consumer: "broken",
  producer: "broken",
  class: "breaking",
  semver: "major",
  mirror: "relationship.retargeted",
  find: onBoth(({ before, after }, around) => {
    if (before.to === after.to && before.from === after.from) return undefined;
    const [then, now] = [before, after].map((end) => `${fromText(end, around)} to ${end.to}`) as [string, string];
    return {
      before: before.to,
      after: after.to,
      key: "to",
      message: `A reference leads from ${now} now, not from ${then}.`,
      remedy: `Keep the reference from ${then}, and add a field for the new one.`,
      reasons: {
        consumer: "Joins of readers find nothing, or the wrong rows.",
        producer: "Stored rows refer to the old target.",
      },
    };
  }),
});
