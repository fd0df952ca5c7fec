import { onBoth } from "../../../rule.ts";
import { productRule } from "../../rule.ts";

const TERMS = ["purpose", "limitations", "usage"] as const;

export const productTermsChanged = productRule({
  id: "product.terms.changed",
  row: "I6",
  level: "product",
  facet: "docs",
  direction: "annotation",
  title: "Purpose, usage or limitations are said in other words",
  consumer: "ok",
  producer: "ok",
  class: "docs",
  semver: "patch",
  review: ["legal"],
  mirror: "product.terms.changed",
  find: onBoth(({ before, after }) =>
    TERMS.filter((term) => before.terms[term] !== after.terms[term]).map((term) => ({
      before: before.terms[term],
      after: after.terms[term],
      key: `description.${term}`,
      message: `The ${term} of the product ${term === "limitations" ? "are" : "is"} said in other words.`,
      remedy: "Ask whoever answers for the law whether readers have to agree.",
      reasons: {
        consumer: "The data is the same; what may be done with it is a question of words.",
        producer: "The data is the same.",
      },
    })),
  ),
});
