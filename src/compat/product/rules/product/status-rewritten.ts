import { onBoth } from "../../../rule.ts";
import { isRewritten, statusText } from "../../status.ts";
import { productRule } from "../../rule.ts";

export const productStatusRewritten = productRule({
  id: "product.status.rewritten",
  row: "K15",
  level: "product",
  facet: "docs",
  direction: "annotation",
  title: "The status says the same in another word",
  consumer: "ok",
  producer: "ok",
  class: "docs",
  semver: "patch",
  mirror: "product.status.rewritten",
  find: onBoth(({ before, after }) => {
    if (!isRewritten(before, after)) return undefined;
    return {
      before: before.status,
      after: after.status,
      key: "status",
      message: `The status of the product is ${statusText(after)} now, and was ${statusText(before)}.`,
      remedy: "Raise the patch version of the product.",
      reasons: { consumer: "Readers are promised what they were promised before.", producer: "The data is the same." },
    };
  }),
});
