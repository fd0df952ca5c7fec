import { onBoth, rule } from "../../rule.ts";
import { compareMultiples, multipleText } from "./multiple.ts";
import { rowWithOneOf } from "./sample.ts";

export const fieldMultipleOfChanged = rule({
  id: "field.multipleOf.changed",
  row: "F8",
  level: "field",
  facet: "domain",
  direction: "incomparable",
  title: "Numbers of a field come in other steps",
  consumer: "broken",
  producer: "broken",
  class: "risky",
  semver: "minor",
  mirror: "field.multipleOf.changed",
  find: onBoth((both, around) => {
    if (compareMultiples(both) !== "incomparable") return undefined;
    const { before, after } = both;
    const [then, now] = [before.domain.multipleOf, after.domain.multipleOf];
    return {
      before: then ?? null,
      after: now ?? null,
      key: "logicalTypeOptions.multipleOf",
      message: `${after.path} was promised to be ${multipleText(then)}, and now ${multipleText(now)}.`,
      remedy: `Use a step of ${after.path} that divides ${then ?? 1}, or tell its readers what will arrive.`,
      reasons: {
        consumer: "Numbers that are no multiple of the old step can arrive.",
        producer: "Stored rows may hold numbers that are no multiple of the new step.",
      },
      witness: {
        consumer: rowWithOneOf(around, after, [now ?? 1]),
        producer: rowWithOneOf(around, before, [then ?? 1]),
      },
    };
  }),
});
