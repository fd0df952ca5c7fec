import { onBoth } from "../../../rule.ts";
import { SUNSET_KEY, sunsetMove } from "../../sunset.ts";
import { productRule } from "../../rule.ts";

export const productSunsetAnnounced = productRule({
  id: "product.sunset.announced",
  row: "K7",
  level: "product",
  facet: "lifecycle",
  direction: "annotation",
  title: "The day is said on which a product ends",
  consumer: "ok",
  producer: "ok",
  class: "safe",
  semver: "minor",
  mirror: "product.sunset.withdrawn",
  find: onBoth(({ before, after }) => {
    if (sunsetMove({ before, after }) !== "announced") return undefined;
    return {
      before: null,
      after: after.sunset,
      key: SUNSET_KEY,
      message: `The product ${after.id} is announced to end on ${after.sunset}.`,
      remedy: `Tell readers what to read from ${after.sunset} on.`,
      reasons: { consumer: "Nothing changes until that day.", producer: "Nothing changes until that day." },
    };
  }),
});
