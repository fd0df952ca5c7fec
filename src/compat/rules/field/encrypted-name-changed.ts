import { onBoth, rule } from "../../rule.ts";

export const fieldEncryptedNameChanged = rule({
  id: "field.encryptedName.changed",
  row: "B12",
  level: "field",
  facet: "access",
  direction: "incomparable",
  title: "The encrypted twin of a field has another name",
  consumer: "broken",
  producer: "broken",
  class: "risky",
  semver: "minor",
  review: ["privacy"],
  mirror: "field.encryptedName.changed",
  find: onBoth(({ before, after }) => {
    const [then, now] = [before.encryptedName, after.encryptedName];
    if (then === now || then === "" || now === "") return undefined;
    return {
      before: then,
      after: now,
      key: "encryptedName",
      message: `The encrypted twin of ${after.path} is called ${now} now, not ${then}.`,
      remedy: `Keep ${then} beside ${now} until its readers have moved.`,
      reasons: {
        consumer: "Readers of the encrypted values name the old one.",
        producer: "Stored rows and pipelines have it under the old name.",
      },
    };
  }),
});
