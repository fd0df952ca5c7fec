import { onBoth, rule } from "../../rule.ts";
import { wordsChanged } from "../../words.ts";
import { serverText } from "./place.ts";

export const serverWordsChanged = rule({
  id: "server.words.changed",
  row: "J6",
  level: "server",
  facet: "docs",
  direction: "annotation",
  title: "A server is described in other words",
  consumer: "ok",
  producer: "ok",
  class: "docs",
  semver: "patch",
  mirror: "server.words.changed",
  find: onBoth(({ before, after }) => {
    const [keys, then, now] = wordsChanged(before.words, after.words);
    if (keys.length === 0) return undefined;
    return {
      before: then,
      after: now,
      message: `The words of ${serverText(after)} change: ${keys.join(", ")}.`,
      remedy: "Raise the patch version of the contract.",
      reasons: { consumer: "Only words change.", producer: "Only words change." },
    };
  }),
});
