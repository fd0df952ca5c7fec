import { onBoth } from "../../../rule.ts";
import { canonical } from "../../../../model/json.ts";
import { sameTexts } from "../../texts.ts";
import { productRule } from "../../rule.ts";

export const productTeamChanged = productRule({
  id: "product.team.changed",
  row: "I7",
  level: "product",
  facet: "docs",
  direction: "annotation",
  title: "The team of a product is another, its owners are not",
  consumer: "ok",
  producer: "ok",
  class: "docs",
  semver: "patch",
  mirror: "product.team.changed",
  find: onBoth(({ before, after }) => {
    if (!sameTexts(before.owners, after.owners) || canonical(before.team) === canonical(after.team)) return undefined;
    return {
      before: before.team,
      after: after.team,
      key: "team",
      message: "The team of the product is said otherwise, or is another one.",
      remedy: "Tell readers whom to ask now.",
      reasons: { consumer: "The data is the same.", producer: "The data is the same." },
    };
  }),
});
