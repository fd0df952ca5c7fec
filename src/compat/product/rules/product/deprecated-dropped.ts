import { onBoth } from "../../../rule.ts";
import { deprecationKey, deprecationMove } from "../../status.ts";
import { productRule } from "../../rule.ts";

export const productDeprecatedDropped = productRule({
  id: "product.deprecated.dropped",
  row: "K7",
  level: "product",
  facet: "lifecycle",
  direction: "annotation",
  title: "A product is not deprecated any more",
  consumer: "ok",
  producer: "ok",
  class: "safe",
  semver: "minor",
  mirror: "product.deprecated.added",
  find: onBoth(({ before, after }) => {
    if (deprecationMove(before, after) !== "dropped") return undefined;
    return {
      before: true,
      after: false,
      key: deprecationKey(before, after),
      message: `The product ${after.id} is not deprecated any more.`,
      remedy: `Tell the readers who have left ${after.id} that it stays.`,
      reasons: { consumer: "Everything arrives as before.", producer: "The data is the same." },
    };
  }),
});
