import { onBoth, rule } from "../../rule.ts";

export const fieldDerivationAdded = rule({
  id: "field.derivation.added",
  row: "B11",
  level: "field",
  facet: "quality",
  direction: "strengthen",
  title: "It is said now how a field is derived",
  consumer: "ok",
  producer: "unknown",
  class: "safe",
  semver: "minor",
  mirror: "field.derivation.dropped",
  find: onBoth(({ before, after }) => {
    if (before.derivation !== "" || after.derivation === "") return undefined;
    return {
      before: null,
      after: after.derivation,
      message: `It is said now how ${after.path} is derived.`,
      remedy: `Make sure that stored values of ${after.path} are derived in this way too.`,
      reasons: {
        consumer: "Readers get what they were promised, and more.",
        producer: "Whether stored values are derived in just this way, only a person can tell.",
      },
    };
  }),
});
