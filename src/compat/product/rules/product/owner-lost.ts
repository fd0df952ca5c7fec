import { onBoth } from "../../../rule.ts";
import { productRule } from "../../rule.ts";

export const productOwnerLost = productRule({
  id: "product.owner.lost",
  row: "I7",
  level: "product",
  facet: "governance",
  direction: "weaken",
  title: "Nobody answers for a product any more",
  consumer: "ok",
  producer: "ok",
  class: "risky",
  semver: "patch",
  mirror: "product.owner.gained",
  find: onBoth(({ before, after }) => {
    if (before.owners.length === 0 || after.owners.length > 0) return undefined;
    return {
      before: before.owners,
      after: after.owners,
      key: "team",
      message: `Nobody owns the product any more; it was owned by ${before.owners.join(", ")}.`,
      remedy: "Name an owner under team.",
      reasons: {
        consumer: "The data is the same, and nobody is there to be asked.",
        producer: "The data is the same.",
      },
    };
  }),
});
