import { onBoth, rule } from "../../rule.ts";
import { comparePrices, priceText } from "./price.ts";

export const contractPriceLowered = rule({
  id: "contract.price.lowered",
  row: "I5",
  level: "contract",
  facet: "access",
  direction: "strengthen",
  title: "The data costs less",
  consumer: "ok",
  producer: "ok",
  class: "safe",
  semver: "minor",
  mirror: "contract.price.raised",
  find: onBoth(({ before, after }) => {
    if (comparePrices(before.price, after.price) !== "lower") return undefined;
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
