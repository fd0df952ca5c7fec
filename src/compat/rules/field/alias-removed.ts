import { enumerate } from "../../../source/words.ts";
import { onBoth, rule } from "../../rule.ts";
import { ALIAS_KEY, aliasesRemoved } from "./names.ts";

export const fieldAliasRemoved = rule({
  id: "field.alias.removed",
  row: "B5",
  level: "field",
  facet: "location",
  direction: "weaken",
  title: "A field is not delivered any more under an alias",
  consumer: "broken",
  producer: "ok",
  class: "breaking",
  semver: "major",
  mirror: "field.alias.added",
  find: onBoth((both, around) => {
    const { after } = both;
    const removed = aliasesRemoved(both, around);
    if (removed.length === 0) return undefined;
    return {
      before: removed,
      after: null,
      key: ALIAS_KEY,
      names: removed,
      message: `${after.path} is not delivered as ${enumerate(removed, "or")} any more.`,
      remedy: `Keep ${enumerate(removed, "and")} among the \`meshgate.aliases\` of ${after.path} until the readers of that name have moved.`,
      reasons: {
        consumer: "Queries that name the alias fail.",
        producer: "Stored rows may have it still; it is promised to nobody any more.",
      },
    };
  }),
});
