import { onBoth, rule } from "../../rule.ts";

export const roleAccessChanged = rule({
  id: "role.access.changed",
  row: "I3",
  level: "role",
  facet: "access",
  direction: "incomparable",
  title: "A role gives other access",
  consumer: "unknown",
  producer: "unknown",
  class: "risky",
  semver: "minor",
  mirror: "role.access.changed",
  find: onBoth(({ before, after }) => {
    if (before.access === after.access) return undefined;
    return {
      before: before.access,
      after: after.access,
      key: "access",
      message: `The role ${after.name} gives "${after.access}" access now, and gave "${before.access}" access.`,
      remedy: `Tell everybody who has the role ${after.name} what they may do now.`,
      reasons: {
        consumer: "Whether readers who have the role lose access cannot be told from the two words.",
        producer: "Whether the role has to be set up again cannot be told from the two words.",
      },
    };
  }),
});
