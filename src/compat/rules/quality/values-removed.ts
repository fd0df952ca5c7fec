import { enumerate } from "../../../source/words.ts";
import { onBoth, rule } from "../../rule.ts";
import { missing, valuesOf } from "../value/listed.ts";
import { A_WISH, isEnforced, isSameMeasure, ruleText, validValues } from "./promise.ts";

export const qualityValuesRemoved = rule({
  id: "quality.values.removed",
  row: "G4",
  level: "promise",
  facet: "quality",
  direction: "strengthen",
  title: "A quality rule does not take a value for valid any more",
  consumer: "ok",
  producer: "broken",
  class: "risky",
  semver: "minor",
  mirror: "quality.values.added",
  find: onBoth((both, around) => {
    const { before, after } = both;
    const values = missing(validValues(before), validValues(after));
    const [name, words] = [ruleText(after, around), enumerate(values, "and")];
    if (!isSameMeasure(both) || values.length === 0) return undefined;
    return {
      before: valuesOf(validValues(before) ?? []),
      after: valuesOf(validValues(after) ?? []),
      key: "arguments",
      message: `${words} is not valid for ${name} any more.`,
      remedy: `Correct stored rows with ${words} before this is merged.`,
      reasons: {
        consumer: "Every value that is valid was so before.",
        producer: "Stored rows may hold values that are not valid any more.",
      },
      // What the new rule keeps away is held back.
      ...(isEnforced(after) ? {} : A_WISH),
    };
  }),
});
