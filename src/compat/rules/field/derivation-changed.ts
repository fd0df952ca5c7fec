import { onBoth, rule } from "../../rule.ts";

export const fieldDerivationChanged = rule({
  id: "field.derivation.changed",
  row: "B11",
  level: "field",
  facet: "quality",
  direction: "incomparable",
  title: "A field is derived in another way",
  consumer: "unknown",
  producer: "unknown",
  class: "risky",
  semver: "minor",
  mirror: "field.derivation.changed",
  differs: "datacontract-cli calls this information only: the same column may hold other values from now on.",
  find: onBoth(({ before, after }) => {
    if (before.derivation === after.derivation || before.derivation === "" || after.derivation === "") return undefined;
    return {
      before: before.derivation,
      after: after.derivation,
      message: `${after.path} is derived in another way.`,
      remedy: `Say in the pull request whether ${after.path} still means the same.`,
      reasons: {
        consumer: "Values may mean something else; only a person can tell from the logic.",
        producer: "Stored values were derived in the old way; only a person can tell whether they still fit.",
      },
    };
  }),
});
