import { onBoth, rule } from "../../rule.ts";

export const fieldDerivationDropped = rule({
  id: "field.derivation.dropped",
  row: "B11",
  level: "field",
  facet: "quality",
  direction: "weaken",
  title: "It is not said any more how a field is derived",
  consumer: "unknown",
  producer: "ok",
  class: "risky",
  semver: "minor",
  mirror: "field.derivation.added",
  find: onBoth(({ before, after }) => {
    if (before.derivation === "" || after.derivation !== "") return undefined;
    return {
      before: before.derivation,
      after: null,
      message: `It is not said any more how ${after.path} is derived.`,
      remedy: `Keep transformLogic and transformSourceObjects of ${after.path}.`,
      reasons: {
        consumer: "Values may be derived otherwise from now on; only a person can tell.",
        producer: "Stored values are bound to no derivation any more.",
      },
    };
  }),
});
