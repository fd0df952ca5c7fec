import { onBoth } from "../../../rule.ts";
import { SUNSET_KEY, sunsetMove } from "../../sunset.ts";
import { productRule } from "../../rule.ts";

export const productSunsetWithdrawn = productRule({
  id: "product.sunset.withdrawn",
  row: "K7",
  level: "product",
  facet: "lifecycle",
  direction: "annotation",
  title: "No day is said any more on which a product ends",
  consumer: "ok",
  producer: "ok",
  class: "safe",
  semver: "minor",
  mirror: "product.sunset.announced",
  find: onBoth(({ before, after }) => {
    if (sunsetMove({ before, after }) !== "withdrawn") return undefined;
    return {
      before: before.sunset,
      after: null,
      key: SUNSET_KEY,
      message: `The product ${after.id} is not announced to end on ${before.sunset} any more.`,
      remedy: "Tell the readers who have begun to move away.",
      reasons: { consumer: "Nothing changes until that day.", producer: "Nothing changes until that day." },
    };
  }),
});
