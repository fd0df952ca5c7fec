import { onBoth, rule } from "../../rule.ts";
import { deliveredOnly, renamedBy } from "./names.ts";

export const fieldRenamedToAlias = rule({
  id: "field.renamed.toAlias",
  row: "B5",
  level: "field",
  facet: "identity",
  direction: "weaken",
  title: "A field keeps only what was an alias, and its former name is gone",
  consumer: "broken",
  producer: "ok",
  class: "breaking",
  semver: "major",
  mirror: "field.renamed.aliased",
  find: onBoth((both, around) =>
    renamedBy("toAlias", both, around).map((renaming) => {
      const { before, after } = both;
      const { key, then, now } = renaming;
      const lost = deliveredOnly(before, after, renaming);
      return {
        before: then,
        after: now,
        key,
        // A name that goes hits those who use it, a physical name whoever reads the field.
        ...(key === "name" && { names: [then, ...lost] }),
        ...(lost.length === 0 && ({ consumer: "unknown", class: "risky", semver: "minor" } as const)),
        message: `${before.path} is ${key === "name" ? "called" : "stored as"} ${now} now, which was an alias, and ${then} is gone.`,
        remedy: `Keep ${then} among the \`meshgate.aliases\` of ${after.path}.`,
        reasons: {
          consumer:
            lost.length === 0
              ? "Readers of the data notice nothing; whatever names it by the contract does not find it."
              : "Queries name the old one, which is not there any more.",
          producer: "Stored rows have it under the new name already.",
        },
      };
    }),
  ),
});
