import { onBoth, rule } from "../../rule.ts";
import { keyChange, keyText } from "./identity.ts";

export const objectPrimaryKeyLoosened = rule({
  id: "object.primaryKey.loosened",
  row: "E3",
  level: "object",
  facet: "key",
  direction: "weaken",
  title: "The primary key grows or goes",
  consumer: "broken",
  producer: "ok",
  class: "breaking",
  semver: "major",
  mirror: "object.primaryKey.tightened",
  differs: "datacontract-cli warns of any change of the key, OMDS asks for a patch: the grain of the rows gets finer.",
  find: onBoth((both) => {
    const change = keyChange(both);
    if (change === undefined || change.isKept || !change.wasKept) return undefined;
    const { before, after } = both;
    return {
      before: before.primaryKey,
      after: after.primaryKey,
      message: `Rows of ${after.name} are told apart by ${keyText(after.primaryKey)} now, not by ${keyText(before.primaryKey)}.`,
      remedy: `Keep the primary key of ${after.name} at ${keyText(before.primaryKey)}, or add an object with the new key.`,
      reasons: {
        consumer: "Several rows with the old key can arrive, and joins of readers multiply rows.",
        producer: "Stored rows that differ in the old key differ in the new one.",
      },
    };
  }),
});
