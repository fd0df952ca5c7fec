import { onBoth, rule } from "../../rule.ts";
import { levelText, strengthOf } from "./strength.ts";

export const serviceLevelRewritten = rule({
  id: "serviceLevel.rewritten",
  row: "H4",
  level: "serviceLevel",
  facet: "docs",
  direction: "annotation",
  title: "A service level is written in another unit",
  consumer: "ok",
  producer: "ok",
  class: "docs",
  semver: "patch",
  mirror: "serviceLevel.rewritten",
  find: onBoth(({ before, after }) => {
    if (before.written === after.written || strengthOf(before, after) !== "equal") return undefined;
    return {
      before: before.written,
      after: after.written,
      key: "value",
      message: `${levelText(after)} is written as ${after.written} now, which is the same as ${before.written}.`,
      remedy: "Raise the patch version of the contract.",
      reasons: { consumer: "The same is promised.", producer: "The same is promised." },
    };
  }),
});
