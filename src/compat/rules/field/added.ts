import { onAdded, rule } from "../../rule.ts";

export const fieldAdded = rule({
  id: "field.added",
  row: "B1",
  level: "field",
  facet: "existence",
  direction: "additive",
  title: "A field is new, and may be null",
  consumer: "ok",
  producer: "ok",
  class: "safe",
  semver: "minor",
  mirror: "field.removed",
  differs:
    "Confluent and Apicurio reject it for JSON Schema with an open content model: readers of tables take what they know.",
  find: onAdded((after) => {
    if (after.required) return undefined;
    return {
      before: null,
      after: after.path,
      message: `${after.path} is new.`,
      remedy: "Raise the minor version of the contract.",
      reasons: {
        consumer: "Nobody reads it yet, and readers pass over columns that they do not know.",
        producer: "Stored rows need not have it.",
      },
    };
  }),
});
