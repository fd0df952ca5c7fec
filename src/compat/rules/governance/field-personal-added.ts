import { onBoth, rule } from "../../rule.ts";

export const fieldPersonalAdded = rule({
  id: "field.personal.added",
  row: "I1",
  level: "field",
  facet: "access",
  direction: "strengthen",
  title: "A field is marked as data about people",
  consumer: "unknown",
  producer: "ok",
  class: "risky",
  semver: "minor",
  review: ["privacy"],
  mirror: "field.personal.dropped",
  find: onBoth(({ before, after }) => {
    if (before.personal || !after.personal) return undefined;
    return {
      before: false,
      after: true,
      message: `${after.path} is marked as data about people now.`,
      remedy: `Ask whoever answers for privacy, and tell readers of ${after.path} how they keep their access.`,
      reasons: {
        consumer: "Readers may lose access; the contract does not say who has it.",
        producer: "What is stored is guarded at least as much as before.",
      },
    };
  }),
});
