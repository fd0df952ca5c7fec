import { onBoth, rule } from "../../rule.ts";

export const fieldPersonalDropped = rule({
  id: "field.personal.dropped",
  row: "I2",
  level: "field",
  facet: "access",
  direction: "weaken",
  title: "A field is not marked as data about people any more",
  consumer: "ok",
  producer: "unknown",
  class: "safe",
  semver: "minor",
  review: ["privacy"],
  mirror: "field.personal.added",
  differs: "datacontract-cli 0.10 called this an error: it needs the consent of a person and no major version.",
  find: onBoth(({ before, after }) => {
    if (!before.personal || after.personal) return undefined;
    return {
      before: true,
      after: false,
      message: `${after.path} is not marked as data about people any more.`,
      remedy: `Ask whoever answers for privacy whether ${after.path} is not about people.`,
      reasons: {
        consumer: "Readers keep their access.",
        producer: "Whether what is stored is about people only a person can tell.",
      },
    };
  }),
});
