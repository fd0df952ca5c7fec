import { onBoth, rule } from "../../rule.ts";
import { keyChange, keyText } from "./identity.ts";

export const objectPrimaryKeyReordered = rule({
  id: "object.primaryKey.reordered",
  row: "E6",
  level: "object",
  facet: "docs",
  direction: "annotation",
  title: "The primary key is written otherwise",
  consumer: "ok",
  producer: "ok",
  class: "docs",
  semver: "patch",
  mirror: "object.primaryKey.reordered",
  find: onBoth((both) => {
    const change = keyChange(both);
    if (change === undefined || !change.isKept || !change.wasKept) return undefined;
    const { before, after } = both;
    return {
      before: before.primaryKey,
      after: after.primaryKey,
      message: `Rows of ${after.name} are told apart by ${keyText(after.primaryKey)} now, not by ${keyText(before.primaryKey)}.`,
      remedy: "Nothing is to be done.",
      reasons: {
        consumer: "What told rows apart before still does.",
        producer: "What tells rows apart now did so before.",
      },
    };
  }),
});
