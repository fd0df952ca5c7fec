import { onBoth } from "../../../rule.ts";
import { wordsChanged } from "../../../words.ts";
import { productRule } from "../../rule.ts";

export const managementPortWordsChanged = productRule({
  id: "managementPort.words.changed",
  row: "K15",
  level: "managementPort",
  facet: "docs",
  direction: "annotation",
  title: "A management port is described in other words",
  consumer: "ok",
  producer: "ok",
  class: "docs",
  semver: "patch",
  mirror: "managementPort.words.changed",
  find: onBoth(({ before, after }) => {
    const [keys, then, now] = wordsChanged(before.words, after.words);
    if (keys.length === 0) return undefined;
    return {
      before: then,
      after: now,
      message: `The words of the management port ${after.name} change: ${keys.join(", ")}.`,
      remedy: "Raise the patch version of the product.",
      reasons: { consumer: "Only words change.", producer: "Only words change." },
    };
  }),
});
