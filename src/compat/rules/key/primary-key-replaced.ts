import { onBoth, rule } from "../../rule.ts";
import { keyChange, keyText } from "./identity.ts";

export const objectPrimaryKeyReplaced = rule({
  id: "object.primaryKey.replaced",
  row: "E5",
  level: "object",
  facet: "key",
  direction: "incomparable",
  title: "Another primary key",
  consumer: "broken",
  producer: "broken",
  class: "breaking",
  semver: "major",
  mirror: "object.primaryKey.replaced",
  find: onBoth((both) => {
    const change = keyChange(both);
    if (change === undefined || change.isKept || change.wasKept) return undefined;
    const { before, after } = both;
    return {
      before: before.primaryKey,
      after: after.primaryKey,
      message: `Rows of ${after.name} are told apart by ${keyText(after.primaryKey)} now, not by ${keyText(before.primaryKey)}.`,
      remedy: `Keep the primary key of ${after.name} at ${keyText(before.primaryKey)}, or add an object with the new key.`,
      reasons: {
        consumer: "Several rows with the old key can arrive, and joins of readers multiply rows.",
        producer: "Stored rows may share the new key.",
      },
    };
  }),
});
