import { onBoth } from "../../../rule.ts";
import { stageOf, statusText } from "../../status.ts";
import { productRule } from "../../rule.ts";

export const productStatusWithdrawn = productRule({
  id: "product.status.withdrawn",
  row: "K9",
  level: "product",
  facet: "lifecycle",
  direction: "weaken",
  title: "A product is a draft again",
  consumer: "broken",
  producer: "ok",
  class: "breaking",
  semver: "major",
  mirror: "product.status.activated",
  find: onBoth(({ before, after }) => {
    if (stageOf(before) !== "live" || stageOf(after) !== "draft") return undefined;
    return {
      before: before.status,
      after: after.status,
      key: "status",
      message: `The status of the product is ${statusText(after)} now, and was ${statusText(before)}.`,
      remedy: `Keep the status ${statusText(before)}, or deprecate the product and retire it when its readers have moved.`,
      reasons: {
        consumer: "Readers rely on a product that promises nothing any more.",
        producer: "What exists is bound to nothing any more.",
      },
    };
  }),
});
