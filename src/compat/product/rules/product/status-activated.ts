import { onBoth } from "../../../rule.ts";
import { stageOf, statusText } from "../../status.ts";
import { productRule } from "../../rule.ts";

export const productStatusActivated = productRule({
  id: "product.status.activated",
  row: "K9",
  level: "product",
  facet: "lifecycle",
  direction: "strengthen",
  title: "A draft is a product now",
  consumer: "ok",
  producer: "broken",
  class: "safe",
  semver: "minor",
  mirror: "product.status.withdrawn",
  find: onBoth(({ before, after }) => {
    if (stageOf(before) !== "draft" || stageOf(after) !== "live") return undefined;
    return {
      before: before.status,
      after: after.status,
      key: "status",
      message: `The status of the product is ${statusText(after)} now, and was ${statusText(before)}.`,
      remedy: "Make sure that what exists keeps the contracts of its ports.",
      reasons: {
        consumer: "Readers get a promise that they did not have.",
        producer: "What exists was bound to nothing, and has to keep the promise now.",
      },
    };
  }),
});
