import { onBoth, rule } from "../../rule.ts";
import { rowWith } from "../../witness.ts";

export const fieldRequiredAdded = rule({
  id: "field.required.added",
  row: "D2",
  level: "field",
  facet: "nullability",
  direction: "strengthen",
  title: "A field is never null any more",
  consumer: "ok",
  producer: "broken",
  class: "safe",
  semver: "minor",
  mirror: "field.required.dropped",
  differs: "datacontract-cli, OMDS and FLOE call this breaking: it is for pipelines, and good news for readers.",
  find: onBoth(({ before, after }, around) => {
    if (before.required || !after.required) return undefined;
    return {
      before: false,
      after: true,
      key: "required",
      message: `${after.path} is never null any more.`,
      remedy: `Fill ${after.path} in stored rows and in every pipeline before this is merged.`,
      reasons: {
        consumer: "Readers get what they were promised, and more.",
        producer: "Stored rows may hold nulls, which are not allowed any more.",
      },
      witness: { producer: rowWith(around, before, null) },
    };
  }),
});
