import { onBoth, rule } from "../../rule.ts";
import { wordsChanged } from "../../words.ts";

export const roleWordsChanged = rule({
  id: "role.words.changed",
  row: "I4",
  level: "role",
  facet: "docs",
  direction: "annotation",
  title: "A role is described in other words",
  consumer: "ok",
  producer: "ok",
  class: "docs",
  semver: "patch",
  mirror: "role.words.changed",
  find: onBoth(({ before, after }) => {
    const [keys, then, now] = wordsChanged(before.words, after.words);
    if (keys.length === 0) return undefined;
    return {
      before: then,
      after: now,
      message: `The words of the role ${after.name} change: ${keys.join(", ")}.`,
      remedy: "Raise the patch version of the contract.",
      reasons: { consumer: "Only words change.", producer: "Only words change." },
    };
  }),
});
