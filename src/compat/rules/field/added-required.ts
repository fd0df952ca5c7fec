import { onAdded, rule } from "../../rule.ts";
import { rowBefore } from "../../witness.ts";

export const fieldAddedRequired = rule({
  id: "field.added.required",
  row: "B2",
  level: "field",
  facet: "existence",
  direction: "strengthen",
  title: "A field is new, and never null",
  consumer: "ok",
  producer: "broken",
  class: "safe",
  semver: "minor",
  mirror: "field.removed.required",
  differs:
    "FLOE, Avro and Confluent call it breaking: it is for pipelines and stored rows, and readers do not know it.",
  find: onAdded((after, around) => {
    if (!after.required) return undefined;
    return {
      before: null,
      after: after.path,
      message: `${after.path} is new and never null.`,
      remedy: `Fill ${after.path} in stored rows and in every pipeline before this is merged, or leave \`required\` out.`,
      reasons: {
        consumer: "Nobody reads it yet, and readers pass over columns that they do not know.",
        producer: "Stored rows have no value for it.",
      },
      witness: { producer: rowBefore(around, after) },
    };
  }),
});
