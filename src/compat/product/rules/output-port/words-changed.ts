import { onBoth } from "../../../rule.ts";
import { wordsChanged } from "../../../words.ts";
import { labelOf } from "../../form.ts";
import { productRule } from "../../rule.ts";

export const outputPortWordsChanged = productRule({
  id: "outputPort.words.changed",
  row: "K15",
  level: "outputPort",
  facet: "docs",
  direction: "annotation",
  title: "An output port is described in other words",
  consumer: "ok",
  producer: "ok",
  class: "docs",
  semver: "patch",
  mirror: "outputPort.words.changed",
  find: onBoth(({ before, after }) => {
    const [keys, then, now] = wordsChanged(before.words, after.words);
    if (keys.length === 0) return undefined;
    return {
      before: then,
      after: now,
      message: `The words of the output port ${labelOf(after)} change: ${keys.join(", ")}.`,
      remedy: "Raise the patch version of the product.",
      reasons: { consumer: "Only words change.", producer: "Only words change." },
    };
  }),
});
