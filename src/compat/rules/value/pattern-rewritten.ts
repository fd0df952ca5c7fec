import { onBoth, rule } from "../../rule.ts";
import { plainPattern } from "./pattern.ts";

export const fieldPatternRewritten = rule({
  id: "field.pattern.rewritten",
  row: "F9",
  level: "field",
  facet: "docs",
  direction: "annotation",
  title: "A pattern says the same otherwise",
  consumer: "ok",
  producer: "ok",
  class: "docs",
  semver: "patch",
  mirror: "field.pattern.rewritten",
  find: onBoth(({ before, after }) => {
    const [then, now] = [before.domain.pattern, after.domain.pattern];
    if (then === now || plainPattern(then) !== plainPattern(now)) return undefined;
    return {
      before: then,
      after: now,
      key: "logicalTypeOptions.pattern",
      message: `The pattern of ${after.path} is written otherwise and fits the same texts.`,
      remedy: "Nothing is to be done.",
      reasons: {
        consumer: "The same texts fit.",
        producer: "The same texts fit.",
      },
    };
  }),
});
