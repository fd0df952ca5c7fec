import { onBoth } from "../../../rule.ts";
import { stageOf, statusText } from "../../status.ts";
import { productRule } from "../../rule.ts";

export const productStatusRevived = productRule({
  id: "product.status.revived",
  row: "K8",
  level: "product",
  facet: "lifecycle",
  direction: "strengthen",
  title: "A product that was retired is back",
  consumer: "ok",
  producer: "broken",
  class: "safe",
  semver: "minor",
  mirror: "product.status.retired",
  find: onBoth(({ before, after }) => {
    if (stageOf(before) !== "retired" || stageOf(after) === "retired") return undefined;
    return {
      before: before.status,
      after: after.status,
      key: "status",
      message: `The status of the product is ${statusText(after)} now, and was ${statusText(before)}.`,
      remedy: "Make sure that what exists keeps the contracts of its ports again.",
      reasons: {
        consumer: "Readers get a promise that they did not have any more.",
        producer: "What exists was promised to nobody, and has to keep the promise again.",
      },
    };
  }),
});
