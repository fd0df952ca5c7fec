import { onBoth, rule } from "../../rule.ts";
import { wordsChanged } from "../../words.ts";
import { levelText } from "./strength.ts";

export const serviceLevelWordsChanged = rule({
  id: "serviceLevel.words.changed",
  row: "H4",
  level: "serviceLevel",
  facet: "docs",
  direction: "annotation",
  title: "A service level is described in other words",
  consumer: "ok",
  producer: "ok",
  class: "docs",
  semver: "patch",
  mirror: "serviceLevel.words.changed",
  find: onBoth(({ before, after }) => {
    const [keys, then, now] = wordsChanged(before.words, after.words);
    if (keys.length === 0) return undefined;
    return {
      before: then,
      after: now,
      message: `${levelText(after)} is described in other words: ${keys.join(", ")}.`,
      remedy: "Raise the patch version of the contract.",
      reasons: { consumer: "Only words change.", producer: "Only words change." },
    };
  }),
});
