import { onBoth, rule } from "../../rule.ts";
import { compareMultiples, multipleText, steps } from "./multiple.ts";
import { rowWithOneOf } from "./sample.ts";

export const fieldMultipleOfTightened = rule({
  id: "field.multipleOf.tightened",
  row: "F8",
  level: "field",
  facet: "domain",
  direction: "strengthen",
  title: "Numbers of a field come in coarser steps",
  consumer: "ok",
  producer: "broken",
  class: "safe",
  semver: "minor",
  mirror: "field.multipleOf.loosened",
  find: onBoth((both, around) => {
    if (compareMultiples(both) !== "narrower") return undefined;
    const { before, after } = both;
    const [then, now] = [before.domain.multipleOf, after.domain.multipleOf];
    return {
      before: then ?? null,
      after: now ?? null,
      key: "logicalTypeOptions.multipleOf",
      message: `${after.path} was promised to be ${multipleText(then)}, and now ${multipleText(now)}.`,
      remedy: `Round ${after.path} in stored rows and pipelines before this is merged.`,
      reasons: {
        consumer: "Every number that arrives is one that readers had to expect already.",
        producer: "Stored rows may hold numbers that are no multiple of the new step.",
      },
      witness: { producer: rowWithOneOf(around, before, steps(now, then)) },
    };
  }),
});
