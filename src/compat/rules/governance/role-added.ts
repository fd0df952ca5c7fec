import { onAdded, rule } from "../../rule.ts";

export const roleAdded = rule({
  id: "role.added",
  row: "I4",
  level: "role",
  facet: "access",
  direction: "strengthen",
  title: "A role is added",
  consumer: "ok",
  producer: "broken",
  class: "safe",
  semver: "minor",
  mirror: "role.removed",
  find: onAdded((after) => ({
    before: null,
    after: after.name,
    message: `The role ${after.name} is added.`,
    remedy: `Set up the role ${after.name} before this is merged.`,
    reasons: { consumer: "Readers keep their roles.", producer: "The role has to be set up." },
  })),
});
