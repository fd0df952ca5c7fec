import { onBoth, rule } from "../../rule.ts";

export const contractSupportGained = rule({
  id: "contract.support.gained",
  row: "I7",
  level: "contract",
  facet: "governance",
  direction: "strengthen",
  title: "There is a channel to ask on",
  consumer: "ok",
  producer: "ok",
  class: "docs",
  semver: "patch",
  mirror: "contract.support.lost",
  find: onBoth(({ before, after }) => {
    const [then, now] = [before.support.length, after.support.length];
    if (then > 0 || now === 0) return undefined;
    return {
      before: before.support,
      after: after.support,
      key: "support",
      message: "There is a support channel now.",
      remedy: "Tell readers where to ask.",
      reasons: { consumer: "The data is the same.", producer: "The data is the same." },
    };
  }),
});
