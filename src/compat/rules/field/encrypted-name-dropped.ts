import { onBoth, rule } from "../../rule.ts";

export const fieldEncryptedNameDropped = rule({
  id: "field.encryptedName.dropped",
  row: "B12",
  level: "field",
  facet: "access",
  direction: "weaken",
  title: "A field has no encrypted twin any more",
  consumer: "broken",
  producer: "ok",
  class: "risky",
  semver: "minor",
  review: ["privacy"],
  mirror: "field.encryptedName.added",
  find: onBoth(({ before, after }) => {
    if (before.encryptedName === "" || after.encryptedName !== "") return undefined;
    return {
      before: before.encryptedName,
      after: null,
      key: "encryptedName",
      message: `${after.path} has no encrypted twin any more; it was ${before.encryptedName}.`,
      remedy: `Keep encryptedName: ${before.encryptedName} on ${after.path}.`,
      reasons: {
        consumer: "Readers who may see encrypted values only find nothing.",
        producer: "Stored rows may have it still; it is promised to nobody any more.",
      },
    };
  }),
});
