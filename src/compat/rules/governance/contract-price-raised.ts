import { onBoth, rule } from "../../rule.ts";
import { comparePrices, priceText } from "./price.ts";

export const contractPriceRaised = rule({
  id: "contract.price.raised",
  row: "I5",
  level: "contract",
  facet: "access",
  direction: "weaken",
  title: "The data costs more",
  consumer: "ok",
  producer: "ok",
  class: "risky",
  semver: "minor",
  review: ["legal"],
  mirror: "contract.price.lowered",
  find: onBoth(({ before, after }) => {
    if (comparePrices(before.price, after.price) !== "higher") return undefined;
    return {
      before: before.price ?? null,
      after: after.price ?? null,
      key: "price",
      message: `The data costs ${priceText(after.price)} now, and cost ${priceText(before.price)}.`,
      remedy: "Tell readers what they pay from when on.",
      reasons: {
        consumer: "The data is the same, at another price.",
        producer: "The data is the same, at another price.",
      },
    };
  }),
});
