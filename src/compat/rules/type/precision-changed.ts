import { onBoth, rule } from "../../rule.ts";
import { typeChange } from "./change.ts";
import { typeKey, typeTexts } from "./text.ts";

export const fieldPrecisionChanged = rule({
  id: "field.timePrecision.changed",
  row: "C7",
  level: "field",
  facet: "type",
  direction: "incomparable",
  title: "Moments are kept to another part of a second",
  consumer: "unknown",
  producer: "unknown",
  class: "risky",
  semver: "minor",
  mirror: "field.timePrecision.changed",
  find: onBoth((both, around) => {
    const { topic } = typeChange(both, around);
    if (topic !== "precision") return undefined;
    const { path } = both.after;
    const [then, now] = typeTexts(both);
    return {
      before: then,
      after: now,
      key: typeKey(both),
      message: `${path} is ${now} now, not ${then}: moments are kept to another part of a second.`,
      remedy: `Keep ${then} for ${path}, or ask its readers whether they compare or join by it.`,
      reasons: {
        consumer: "Whether readers see a difference depends on what holds the data and on how they compare.",
        producer: "Whether stored values are cut or filled up depends on what holds the data.",
      },
    };
  }),
});
