import { onBoth } from "../../../rule.ts";
import { isSameIdentity } from "../../identity.ts";
import { productRule } from "../../rule.ts";

export const productRenamed = productRule({
  id: "product.renamed",
  row: "K11",
  level: "product",
  facet: "identity",
  direction: "incomparable",
  title: "A product has another id, and says which it had",
  consumer: "unknown",
  producer: "unknown",
  class: "risky",
  semver: "minor",
  mirror: "product.renamed",
  differs: "OMDS knows no rename: with `meshgate.renamedFrom` the identity is kept, so it is asked about and no break.",
  find: onBoth(({ before, after }) => {
    if (before.id === after.id || !isSameIdentity(before, after)) return undefined;
    return {
      before: before.id,
      after: after.id,
      key: "id",
      message: `The product ${before.id} is called ${after.id} now, and says so.`,
      remedy: `Write ${after.id} wherever the id ${before.id} stands, and tell those who look for it elsewhere.`,
      reasons: {
        consumer:
          "Input ports name contracts and still find them; whatever names the product by its old id has to be told.",
        producer: "What is recorded under the old id is found by whoever follows the rename.",
      },
    };
  }),
});
