import { onBoth, rule } from "../../rule.ts";

export const roleApproversChanged = rule({
  id: "role.approvers.changed",
  row: "I4",
  level: "role",
  facet: "docs",
  direction: "annotation",
  title: "Others approve a role",
  consumer: "ok",
  producer: "ok",
  class: "docs",
  semver: "patch",
  mirror: "role.approvers.changed",
  find: onBoth(({ before, after }) => {
    if (before.approvers === after.approvers) return undefined;
    return {
      before: before.approvers,
      after: after.approvers,
      message: `Others approve the role ${after.name} now.`,
      remedy: "Raise the patch version of the contract.",
      reasons: { consumer: "Readers keep their access.", producer: "Nothing has to be set up." },
    };
  }),
});
