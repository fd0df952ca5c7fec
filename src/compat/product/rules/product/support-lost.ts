import { onBoth } from "../../../rule.ts";
import { productRule } from "../../rule.ts";

export const productSupportLost = productRule({
  id: "product.support.lost",
  row: "I7",
  level: "product",
  facet: "governance",
  direction: "weaken",
  title: "No channel is left to ask on",
  consumer: "ok",
  producer: "ok",
  class: "risky",
  semver: "patch",
  mirror: "product.support.gained",
  find: onBoth(({ before, after }) => {
    if (before.support.length === 0 || after.support.length > 0) return undefined;
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
