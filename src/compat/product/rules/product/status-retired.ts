import { onBoth } from "../../../rule.ts";
import { stageOf, statusText } from "../../status.ts";
import { productRule } from "../../rule.ts";

export const productStatusRetired = productRule({
  id: "product.status.retired",
  row: "K8",
  level: "product",
  facet: "lifecycle",
  direction: "weaken",
  title: "A product is retired",
  consumer: "broken",
  producer: "ok",
  class: "breaking",
  semver: "major",
  mirror: "product.status.revived",
  find: onBoth(({ before, after }) => {
    if (stageOf(before) === "retired" || stageOf(after) !== "retired") return undefined;
    return {
      before: before.status,
      after: after.status,
      key: "status",
      message: `The status of the product is ${statusText(after)} now, and was ${statusText(before)}.`,
      remedy: before.deprecated
        ? "Retire the product when its readers have moved."
        : "Write `status: deprecated` first, and retire the product when its readers have moved.",
      reasons: {
        consumer: "Nobody promises readers the data any more.",
        producer: "What exists is promised to nobody any more.",
      },
    };
  }),
});
