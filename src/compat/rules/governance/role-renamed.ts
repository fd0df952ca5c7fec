import { onBoth, rule } from "../../rule.ts";

export const roleRenamed = rule({
  id: "role.renamed",
  row: "I3",
  level: "role",
  facet: "access",
  direction: "incomparable",
  title: "A role has another name",
  consumer: "broken",
  producer: "broken",
  class: "risky",
  semver: "minor",
  mirror: "role.renamed",
  find: onBoth(({ before, after }) => {
    if (before.name === after.name) return undefined;
    return {
      before: before.name,
      after: after.name,
      key: "role",
      message: `The role ${before.name} is called ${after.name} now.`,
      remedy: `Keep the role ${before.name} until everybody who has it has the new one.`,
      reasons: {
        consumer: "Readers who have the role by its old name lose their access.",
        producer: "The role has to be set up by its new name.",
      },
    };
  }),
});
