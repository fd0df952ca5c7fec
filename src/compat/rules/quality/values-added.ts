import { enumerate } from "../../../source/words.ts";
import { onBoth, rule } from "../../rule.ts";
import { missing, valuesOf } from "../value/listed.ts";
import { A_WISH, isEnforced, isSameMeasure, ruleText, validValues } from "./promise.ts";

export const qualityValuesAdded = rule({
  id: "quality.values.added",
  row: "G4",
  level: "promise",
  facet: "quality",
  direction: "weaken",
  title: "A quality rule takes a value for valid that was not",
  consumer: "broken",
  producer: "ok",
  class: "risky",
  semver: "minor",
  mirror: "quality.values.removed",
  find: onBoth((both, around) => {
    const { before, after } = both;
    const values = missing(validValues(after), validValues(before));
    const [name, words] = [ruleText(after, around), enumerate(values, "and")];
    if (!isSameMeasure(both) || values.length === 0) return undefined;
    return {
      before: valuesOf(validValues(before) ?? []),
      after: valuesOf(validValues(after) ?? []),
      key: "arguments",
      message: `${words} is valid for ${name} now.`,
      remedy: `Tell readers what ${words} means before rows with it arrive.`,
      reasons: {
        consumer: "Values that were not valid arrive as valid ones.",
        producer: "Every stored value that was valid still is.",
      },
      // What the old rule kept away is let in.
      ...(isEnforced(before) ? {} : A_WISH),
    };
  }),
});
