import { onBoth, rule } from "../../rule.ts";

export const fieldEncryptedNameAdded = rule({
  id: "field.encryptedName.added",
  row: "B12",
  level: "field",
  facet: "access",
  direction: "strengthen",
  title: "A field has an encrypted twin now",
  consumer: "ok",
  producer: "broken",
  class: "safe",
  semver: "minor",
  review: ["privacy"],
  mirror: "field.encryptedName.dropped",
  find: onBoth(({ before, after }) => {
    if (before.encryptedName !== "" || after.encryptedName === "") return undefined;
    return {
      before: null,
      after: after.encryptedName,
      key: "encryptedName",
      message: `${after.path} has an encrypted twin now: ${after.encryptedName}.`,
      remedy: `Fill ${after.encryptedName} in stored rows and in every pipeline before this is merged.`,
      reasons: {
        consumer: "Readers get what they were promised, and more.",
        producer: "Stored rows and pipelines do not have it yet.",
      },
    };
  }),
});
