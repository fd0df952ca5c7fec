import { onBoth, rule } from "../../rule.ts";
import { deliveredOnly, renamedBy } from "./names.ts";

export const fieldRenamedAliased = rule({
  id: "field.renamed.aliased",
  row: "B5",
  level: "field",
  facet: "identity",
  direction: "strengthen",
  title: "A field has another name, and goes on under the old one as an alias",
  consumer: "ok",
  producer: "broken",
  class: "safe",
  semver: "minor",
  mirror: "field.renamed.toAlias",
  differs:
    "Tools for ODCS tell of a removal and an addition. Avro's aliases help new readers of old rows; ours are names that are delivered.",
  find: onBoth((both, around) =>
    renamedBy("aliased", both, around).map((renaming) => {
      const { before, after } = both;
      const { key, then, now } = renaming;
      const added = deliveredOnly(after, before, renaming);
      const isNew = added.length > 0;
      return {
        before: then,
        after: now,
        key,
        ...(key === "name" && { names: [now, ...added] }),
        ...(!isNew && { producer: "unknown" as const }),
        message: `${before.path} is ${key === "name" ? "called" : "stored as"} ${now} now, and goes on as ${then} too.`,
        remedy: `Deliver ${now} and ${then} with the same data before this is merged.`,
        reasons: {
          consumer: "Queries that name the old one still find it.",
          producer: isNew
            ? "Stored rows and pipelines do not have it under both names yet."
            : "Pipelines that write to the data notice nothing; whatever names it by the contract does not find it.",
        },
      };
    }),
  ),
});
