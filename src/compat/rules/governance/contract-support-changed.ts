import { onBoth, rule } from "../../rule.ts";

export const contractSupportChanged = rule({
  id: "contract.support.changed",
  row: "I7",
  level: "contract",
  facet: "docs",
  direction: "annotation",
  title: "Support is given on other channels",
  consumer: "ok",
  producer: "ok",
  class: "docs",
  semver: "patch",
  mirror: "contract.support.changed",
  find: onBoth(({ before, after }) => {
    const [then, now] = [before.support.length, after.support.length];
    if (then === 0 || now === 0 || before.support.join() === after.support.join()) return undefined;
    return {
      before: before.support,
      after: after.support,
      key: "support",
      message: "Support is given on other channels now.",
      remedy: "Tell readers where to ask now.",
      reasons: { consumer: "The data is the same.", producer: "The data is the same." },
    };
  }),
});
