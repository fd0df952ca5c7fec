import { onBoth } from "../../../rule.ts";
import { isSameIdentity } from "../../identity.ts";
import { productRule } from "../../rule.ts";

export const productIdChanged = productRule({
  id: "product.id.changed",
  row: "K11",
  level: "product",
  facet: "identity",
  direction: "incomparable",
  title: "A product has another id",
  consumer: "broken",
  producer: "broken",
  class: "breaking",
  semver: "major",
  mirror: "product.id.changed",
  find: onBoth(({ before, after }) => {
    if (before.id === after.id || isSameIdentity(before, after)) return undefined;
    return {
      before: before.id,
      after: after.id,
      key: "id",
      message: `The id of the product is ${after.id} now, and was ${before.id}.`,
      remedy: `Keep the id ${before.id}, or give the product \`meshgate.renamedFrom: ${before.id}\`.`,
      reasons: {
        consumer:
          "Whatever names it by the old id finds nothing, and nothing says that the new one is the same product.",
        producer: "What is recorded under the old id belongs to no product any more.",
      },
    };
  }),
});
