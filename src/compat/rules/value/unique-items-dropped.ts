import { onBoth, rule } from "../../rule.ts";
import { validValue } from "../../witness.ts";
import { rowWithOneOf } from "./sample.ts";

export const fieldUniqueItemsDropped = rule({
  id: "field.uniqueItems.dropped",
  row: "F8",
  level: "field",
  facet: "domain",
  direction: "weaken",
  title: "A list may hold an item twice",
  consumer: "broken",
  producer: "ok",
  class: "risky",
  semver: "minor",
  mirror: "field.uniqueItems.added",
  find: onBoth(({ before, after }, around) => {
    if (!before.domain.uniqueItems || after.domain.uniqueItems) return undefined;
    const item = after.items && validValue(after.items);
    return {
      before: true,
      after: false,
      key: "logicalTypeOptions.uniqueItems",
      message: `${after.path} may hold an item twice now.`,
      remedy: `Keep uniqueItems: true on ${after.path}, or tell its readers to expect an item twice.`,
      reasons: {
        consumer: "Lists that hold an item twice can arrive.",
        producer: "Every stored list is still allowed.",
      },
      witness: { consumer: rowWithOneOf(around, after, item === undefined ? [] : [[item, item]]) },
    };
  }),
});
