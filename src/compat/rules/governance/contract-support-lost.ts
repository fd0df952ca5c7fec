import { onBoth, rule } from "../../rule.ts";

export const contractSupportLost = rule({
  id: "contract.support.lost",
  row: "I7",
  level: "contract",
  facet: "governance",
  direction: "weaken",
  title: "No channel is left to ask on",
  consumer: "ok",
  producer: "ok",
  class: "risky",
  semver: "patch",
  mirror: "contract.support.gained",
  find: onBoth(({ before, after }) => {
    const [then, now] = [before.support.length, after.support.length];
    if (then === 0 || now > 0) return undefined;
    return {
      before: before.support,
      after: after.support,
      key: "support",
      message: "No support channel is left.",
      remedy: "Keep one channel under support where readers can ask.",
      reasons: {
        consumer: "The data is the same, and nobody is there to be asked.",
        producer: "The data is the same.",
      },
    };
  }),
});
