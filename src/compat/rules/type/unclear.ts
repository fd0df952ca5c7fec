import { onBoth, rule } from "../../rule.ts";
import { typeChange } from "./change.ts";
import { typeKey, typeTexts } from "./text.ts";

export const fieldTypeUnclear = rule({
  id: "field.type.unclear",
  row: "C3",
  level: "field",
  facet: "type",
  direction: "incomparable",
  title: "A type is another one, and how they relate is not known",
  consumer: "unknown",
  producer: "unknown",
  class: "risky",
  semver: "minor",
  mirror: "field.type.unclear",
  find: onBoth((both, around) => {
    const { topic } = typeChange(both, around);
    if (topic !== "unclear") return undefined;
    const { path } = both.after;
    const [then, now] = typeTexts(both);
    return {
      before: then,
      after: now,
      key: typeKey(both),
      message: `${path} is ${now} now, not ${then}; how these types relate is not known.`,
      remedy: `Keep ${then} for ${path}, or say in the pull request which values change.`,
      reasons: {
        consumer: "Whether everything that arrives fits into the old type is not known.",
        producer: "Whether every stored value fits into the new type is not known.",
      },
    };
  }),
});
