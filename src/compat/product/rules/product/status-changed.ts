import { onBoth } from "../../../rule.ts";
import { isOtherPromise, statusText } from "../../status.ts";
import { productRule } from "../../rule.ts";

export const productStatusChanged = productRule({
  id: "product.status.changed",
  row: "K9",
  level: "product",
  facet: "lifecycle",
  direction: "incomparable",
  title: "The status is a word of its own",
  consumer: "unknown",
  producer: "unknown",
  class: "risky",
  semver: "minor",
  mirror: "product.status.changed",
  find: onBoth(({ before, after }) => {
    if (!isOtherPromise(before, after)) return undefined;
    return {
      before: before.status,
      after: after.status,
      key: "status",
      message: `The status of the product is ${statusText(after)} now, and was ${statusText(before)}.`,
      remedy: "Write proposed, draft, active, deprecated or retired.",
      reasons: {
        consumer: "What a product of this status promises only a person can tell.",
        producer: "What a product of this status has to keep only a person can tell.",
      },
    };
  }),
});
