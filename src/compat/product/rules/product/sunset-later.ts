import { onBoth } from "../../../rule.ts";
import { SUNSET_KEY, sunsetMove } from "../../sunset.ts";
import { productRule } from "../../rule.ts";

export const productSunsetLater = productRule({
  id: "product.sunset.later",
  row: "K8",
  level: "product",
  facet: "lifecycle",
  direction: "strengthen",
  title: "A product ends later than announced",
  consumer: "ok",
  producer: "broken",
  class: "safe",
  semver: "minor",
  mirror: "product.sunset.earlier",
  find: onBoth(({ before, after }) => {
    if (sunsetMove({ before, after }) !== "later") return undefined;
    return {
      before: before.sunset,
      after: after.sunset,
      key: SUNSET_KEY,
      message: `The product ${after.id} ends on ${after.sunset} now, and was to end on ${before.sunset}.`,
      remedy: `Plan to keep the data alive until ${after.sunset}.`,
      reasons: {
        consumer: "Readers have more time to move than they were promised.",
        producer: "What was to be switched off has to run on.",
      },
    };
  }),
});
