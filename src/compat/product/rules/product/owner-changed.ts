import { onBoth } from "../../../rule.ts";
import { sameTexts } from "../../texts.ts";
import { productRule } from "../../rule.ts";

export const productOwnerChanged = productRule({
  id: "product.owner.changed",
  row: "I7",
  level: "product",
  facet: "governance",
  direction: "annotation",
  title: "Others answer for a product",
  consumer: "ok",
  producer: "ok",
  class: "docs",
  semver: "patch",
  mirror: "product.owner.changed",
  find: onBoth(({ before, after }) => {
    if (before.owners.length === 0 || after.owners.length === 0 || sameTexts(before.owners, after.owners))
      return undefined;
    return {
      before: before.owners,
      after: after.owners,
      key: "team",
      message: `The product is owned by ${after.owners.join(", ")} now, and was owned by ${before.owners.join(", ")}.`,
      remedy: "Tell readers whom to ask now.",
      reasons: { consumer: "The data is the same.", producer: "The data is the same." },
    };
  }),
});
