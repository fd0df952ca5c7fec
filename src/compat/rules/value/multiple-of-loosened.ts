import { onBoth, rule } from "../../rule.ts";
import { compareMultiples, multipleText, steps } from "./multiple.ts";
import { rowWithOneOf } from "./sample.ts";

export const fieldMultipleOfLoosened = rule({
  id: "field.multipleOf.loosened",
  row: "F8",
  level: "field",
  facet: "domain",
  direction: "weaken",
  title: "Numbers of a field come in finer steps",
  consumer: "broken",
  producer: "ok",
  class: "risky",
  semver: "minor",
  mirror: "field.multipleOf.tightened",
  find: onBoth((both, around) => {
    if (compareMultiples(both) !== "wider") return undefined;
    const { before, after } = both;
    const [then, now] = [before.domain.multipleOf, after.domain.multipleOf];
    return {
      before: then ?? null,
      after: now ?? null,
      key: "logicalTypeOptions.multipleOf",
      message: `${after.path} was promised to be ${multipleText(then)}, and now ${multipleText(now)}.`,
      remedy: `Keep multipleOf: ${then ?? 1} on ${after.path}, or tell its readers what will arrive.`,
      reasons: {
        consumer: "Numbers that are no multiple of the old step can arrive.",
        producer: "Every stored number is still allowed.",
      },
      witness: { consumer: rowWithOneOf(around, after, steps(then, now)) },
    };
  }),
});
