import { onBoth, rule } from "../../rule.ts";
import { DEFAULT, defaultOf } from "./default.ts";

export const fieldDefaultRemoved = rule({
  id: "field.default.removed",
  row: "F11",
  level: "field",
  facet: "domain",
  direction: "weaken",
  title: "A default is taken away",
  consumer: "ok",
  producer: "ok",
  class: "risky",
  semver: "minor",
  mirror: "field.default.added",
  find: onBoth(({ before, after }) => {
    const [then, now] = [defaultOf(before), defaultOf(after)];
    if (then === undefined || now !== undefined) return undefined;
    return {
      before: then,
      after: null,
      key: "customProperties",
      message: `${after.path} has no default any more.`,
      remedy: `Keep ${DEFAULT} on ${after.path} as long as rows from before the field are read.`,
      reasons: {
        consumer: "Values that are there stay what they are.",
        producer: "Every row of the last version is still allowed; rows from before the field was added relied on it.",
      },
    };
  }),
});
