import { onBoth, rule } from "../../rule.ts";

export const objectNameChanged = rule({
  id: "object.name.changed",
  row: "B6",
  level: "object",
  facet: "identity",
  direction: "incomparable",
  title: "An object has another name, and is still stored under the same",
  consumer: "unknown",
  producer: "unknown",
  class: "risky",
  semver: "minor",
  mirror: "object.name.changed",
  find: onBoth(({ before, after }) => {
    if (before.name === after.name || before.physicalName !== after.physicalName) return undefined;
    return {
      before: before.name,
      after: after.name,
      key: "name",
      message: `${before.name} is called ${after.name} now, and is still stored as "${after.physicalName}".`,
      remedy: `Write ${after.name} wherever uses, relationships, service levels and quality rules say ${before.name}.`,
      reasons: {
        consumer: "Readers of the data notice nothing; whatever names it by the contract does not find it.",
        producer:
          "Pipelines that write to the data notice nothing; whatever names it by the contract does not find it.",
      },
    };
  }),
});
