import { onBoth, rule } from "../../rule.ts";
import { renamedBy } from "./names.ts";

export const fieldRenamedSwapped = rule({
  id: "field.renamed.swapped",
  row: "B5",
  level: "field",
  facet: "identity",
  direction: "annotation",
  title: "The name of a field and an alias change places",
  consumer: "ok",
  producer: "ok",
  class: "docs",
  semver: "patch",
  mirror: "field.renamed.swapped",
  find: onBoth((both, around) =>
    renamedBy("swapped", both, around).map(({ key, then, now }) => ({
      before: then,
      after: now,
      key,
      message: `${both.before.path} is ${key === "name" ? "called" : "stored as"} ${now} now, which was an alias, and ${then} is one.`,
      remedy: "Nothing is to be done.",
      reasons: {
        consumer: "Both are among its names, as before.",
        producer: "Both are among its names, as before.",
      },
    })),
  ),
});
