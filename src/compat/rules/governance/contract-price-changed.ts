import { onBoth, rule } from "../../rule.ts";
import { comparePrices, priceText } from "./price.ts";

export const contractPriceChanged = rule({
  id: "contract.price.changed",
  row: "I5",
  level: "contract",
  facet: "access",
  direction: "incomparable",
  title: "The data costs something that cannot be compared",
  consumer: "ok",
  producer: "ok",
  class: "risky",
  semver: "minor",
  review: ["legal"],
  mirror: "contract.price.changed",
  find: onBoth(({ before, after }) => {
    if (comparePrices(before.price, after.price) !== "unknown") return undefined;
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
