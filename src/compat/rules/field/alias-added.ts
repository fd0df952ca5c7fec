import { enumerate } from "../../../source/words.ts";
import { onBoth, rule } from "../../rule.ts";
import { ALIAS_KEY, aliasesAdded } from "./names.ts";

export const fieldAliasAdded = rule({
  id: "field.alias.added",
  row: "B5",
  level: "field",
  facet: "location",
  direction: "strengthen",
  title: "A field is delivered under one more name",
  consumer: "ok",
  producer: "broken",
  class: "safe",
  semver: "minor",
  mirror: "field.alias.removed",
  find: onBoth((both, around) => {
    const { after } = both;
    const added = aliasesAdded(both, around);
    if (added.length === 0) return undefined;
    return {
      before: null,
      after: added,
      key: ALIAS_KEY,
      names: added,
      message: `${after.path} is delivered as ${enumerate(added, "and")} too.`,
      remedy: `Deliver ${enumerate(added, "and")} with the data of ${after.path} before this is merged.`,
      reasons: {
        consumer: "Queries that name it as before still find it.",
        producer: "Stored rows and pipelines do not have it under that name yet.",
      },
    };
  }),
});
