import { onBoth, rule } from "../../rule.ts";
import { keyChange, keyText } from "./identity.ts";

export const objectPrimaryKeyTightened = rule({
  id: "object.primaryKey.tightened",
  row: "E4",
  level: "object",
  facet: "key",
  direction: "strengthen",
  title: "The primary key comes or shrinks",
  consumer: "ok",
  producer: "broken",
  class: "safe",
  semver: "minor",
  mirror: "object.primaryKey.loosened",
  find: onBoth((both) => {
    const change = keyChange(both);
    if (change === undefined || !change.isKept || change.wasKept) return undefined;
    const { before, after } = both;
    return {
      before: before.primaryKey,
      after: after.primaryKey,
      message: `Rows of ${after.name} are told apart by ${keyText(after.primaryKey)} now, not by ${keyText(before.primaryKey)}.`,
      remedy: `Remove rows of ${after.name} that share ${keyText(after.primaryKey)} from what is stored before this is merged.`,
      reasons: {
        consumer: "Rows that differ in the new key differ in the old one.",
        producer: "Stored rows may share the new key.",
      },
    };
  }),
});
