import { onRemoved, rule } from "../../rule.ts";

export const roleRemoved = rule({
  id: "role.removed",
  row: "I3",
  level: "role",
  facet: "access",
  direction: "weaken",
  title: "A role is removed",
  consumer: "broken",
  producer: "ok",
  class: "risky",
  semver: "minor",
  mirror: "role.added",
  find: onRemoved((before) => ({
    before: before.name,
    after: null,
    message: `The role ${before.name} is removed.`,
    remedy: `Move everybody who has the role ${before.name} to another one before this is merged.`,
    reasons: { consumer: "Readers who have the role lose their access.", producer: "Nothing has to be set up." },
  })),
});
