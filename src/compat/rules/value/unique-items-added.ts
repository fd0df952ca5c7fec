import { onBoth, rule } from "../../rule.ts";
import { validValue } from "../../witness.ts";
import { rowWithOneOf } from "./sample.ts";

export const fieldUniqueItemsAdded = rule({
  id: "field.uniqueItems.added",
  row: "F8",
  level: "field",
  facet: "domain",
  direction: "strengthen",
  title: "A list holds no item twice",
  consumer: "ok",
  producer: "broken",
  class: "safe",
  semver: "minor",
  mirror: "field.uniqueItems.dropped",
  find: onBoth(({ before, after }, around) => {
    if (before.domain.uniqueItems || !after.domain.uniqueItems) return undefined;
    const item = before.items && validValue(before.items);
    return {
      before: false,
      after: true,
      key: "logicalTypeOptions.uniqueItems",
      message: `${after.path} holds no item twice any more.`,
      remedy: `Remove items that stand twice from ${after.path} in stored rows and pipelines before this is merged.`,
      reasons: {
        consumer: "Every list that arrives is one that readers had to expect already.",
        producer: "Stored lists may hold an item twice.",
      },
      witness: { producer: rowWithOneOf(around, before, item === undefined ? [] : [[item, item]]) },
    };
  }),
});
