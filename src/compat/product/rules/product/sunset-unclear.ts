import { onBoth } from "../../../rule.ts";
import { SUNSET_KEY, sunsetMove, sunsetText } from "../../sunset.ts";
import { productRule } from "../../rule.ts";

export const productSunsetUnclear = productRule({
  id: "product.sunset.unclear",
  row: "K8",
  level: "product",
  facet: "lifecycle",
  direction: "incomparable",
  title: "When a product ends cannot be read",
  consumer: "unknown",
  producer: "unknown",
  class: "risky",
  semver: "minor",
  mirror: "product.sunset.unclear",
  find: onBoth(({ before, after }) => {
    if (sunsetMove({ before, after }) !== "unclear") return undefined;
    return {
      before: before.sunset,
      after: after.sunset,
      key: SUNSET_KEY,
      message: `The sunset of the product ${after.id} is ${sunsetText(after)} now, and was ${sunsetText(before)}; one of them is no day.`,
      remedy: "Write the day of the sunset as YYYY-MM-DD.",
      reasons: {
        consumer: "Whether readers have less time cannot be told.",
        producer: "Whether what runs has to run longer cannot be told.",
      },
    };
  }),
});
