import { onBoth, rule } from "../../rule.ts";
import { wordsChanged } from "../../words.ts";

export const objectWordsChanged = rule({
  id: "object.words.changed",
  row: "B15",
  level: "object",
  facet: "docs",
  direction: "annotation",
  title: "An object is described in other words",
  consumer: "ok",
  producer: "ok",
  class: "docs",
  semver: "patch",
  mirror: "object.words.changed",
  differs: "OMDS calls the removal of a description breaking: no row changes by it.",
  find: onBoth(({ before, after }) => {
    const [keys, then, now] = wordsChanged(before.words, after.words);
    if (keys.length === 0) return undefined;
    return {
      before: then,
      after: now,
      message: `${after.name} is described in other words: ${keys.join(", ")}.`,
      remedy: "Raise the patch version of the contract.",
      reasons: {
        consumer: "Only words change.",
        producer: "Only words change.",
      },
    };
  }),
});
