import { onBoth, rule } from "../../rule.ts";
import { missing, valuesOf } from "./listed.ts";

export const fieldEnumDescribed = rule({
  id: "field.enum.described",
  row: "F5",
  level: "field",
  facet: "docs",
  direction: "annotation",
  title: "Listed values are described or ordered otherwise",
  consumer: "ok",
  producer: "ok",
  class: "docs",
  semver: "patch",
  mirror: "field.enum.described",
  find: onBoth(({ before, after }) => {
    const [then, now] = [before.domain, after.domain];
    if (then.values === undefined || now.values === undefined) return undefined;
    if (missing(then.values, now.values).length > 0 || missing(now.values, then.values).length > 0) return undefined;
    if (then.labels === now.labels && then.values.join() === now.values.join()) return undefined;
    return {
      before: valuesOf(then.values),
      after: valuesOf(now.values),
      key: "enum",
      message: `The values of ${after.path} are described or ordered otherwise.`,
      remedy: "Nothing is to be done.",
      reasons: { consumer: "The values are the same.", producer: "The values are the same." },
    };
  }),
});
