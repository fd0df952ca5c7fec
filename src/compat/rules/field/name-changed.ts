import { onBoth, rule } from "../../rule.ts";

export const fieldNameChanged = rule({
  id: "field.name.changed",
  row: "B6",
  level: "field",
  facet: "identity",
  direction: "incomparable",
  title: "A field has another name, and is still stored under the same",
  consumer: "unknown",
  producer: "unknown",
  class: "risky",
  semver: "minor",
  mirror: "field.name.changed",
  find: onBoth(({ before, after }, { by }) => {
    if (by === "moved" || before.name === after.name || before.physicalName !== after.physicalName) return undefined;
    return {
      before: before.name,
      after: after.name,
      key: "name",
      message: `${before.path} is called ${after.name} now, and is still stored as "${after.physicalName}".`,
      remedy: `Write ${after.name} wherever uses, relationships, service levels and quality rules say ${before.name}.`,
      reasons: {
        consumer: "Readers of the data notice nothing; whatever names it by the contract does not find it.",
        producer:
          "Pipelines that write to the data notice nothing; whatever names it by the contract does not find it.",
      },
    };
  }),
});
