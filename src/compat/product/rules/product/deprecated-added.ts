import { onBoth } from "../../../rule.ts";
import { deprecationKey, deprecationMove } from "../../status.ts";
import { productRule } from "../../rule.ts";

export const productDeprecatedAdded = productRule({
  id: "product.deprecated.added",
  row: "K7",
  level: "product",
  facet: "lifecycle",
  direction: "annotation",
  title: "A product is deprecated now",
  consumer: "ok",
  producer: "ok",
  class: "safe",
  semver: "minor",
  mirror: "product.deprecated.dropped",
  differs: "OMDS calls this breaking: the announcement takes nothing away, it starts the clock.",
  find: onBoth(({ before, after }) => {
    if (deprecationMove(before, after) !== "added") return undefined;
    return {
      before: false,
      after: true,
      key: deprecationKey(before, after),
      message: `The product ${after.id} is deprecated now.`,
      remedy: "Name in the description of the product what to read instead.",
      reasons: {
        consumer: "Everything arrives as before; readers know now that it will end.",
        producer: "The data is the same.",
      },
    };
  }),
});
