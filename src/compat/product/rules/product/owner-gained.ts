import { onBoth } from "../../../rule.ts";
import { productRule } from "../../rule.ts";

export const productOwnerGained = productRule({
  id: "product.owner.gained",
  row: "I7",
  level: "product",
  facet: "governance",
  direction: "strengthen",
  title: "Somebody answers for a product now",
  consumer: "ok",
  producer: "ok",
  class: "docs",
  semver: "patch",
  mirror: "product.owner.lost",
  find: onBoth(({ before, after }) => {
    if (before.owners.length > 0 || after.owners.length === 0) return undefined;
    return {
      before: before.owners,
      after: after.owners,
      key: "team",
      message: `The product has an owner now: ${after.owners.join(", ")}.`,
      remedy: "Tell readers whom to ask.",
      reasons: { consumer: "The data is the same.", producer: "The data is the same." },
    };
  }),
});
