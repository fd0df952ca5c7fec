import { onBoth, rule } from "../../rule.ts";
import { wordsChanged } from "../../words.ts";
import { ruleText } from "./promise.ts";

export const qualityWordsChanged = rule({
  id: "quality.words.changed",
  row: "G7",
  level: "promise",
  facet: "docs",
  direction: "annotation",
  title: "A quality rule is described in other words",
  consumer: "ok",
  producer: "ok",
  class: "docs",
  semver: "patch",
  mirror: "quality.words.changed",
  find: onBoth(({ before, after }, around) => {
    const name = ruleText(after, around);
    const [keys, then, now] = wordsChanged(before.words, after.words);
    if (keys.length === 0) return undefined;
    return {
      before: then,
      after: now,
      message: `The words of ${name} change: ${keys.join(", ")}.`,
      remedy: "Raise the patch version of the contract.",
      reasons: { consumer: "Only words change.", producer: "Only words change." },
    };
  }),
});
