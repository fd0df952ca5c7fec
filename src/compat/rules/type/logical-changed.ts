import { onBoth, rule } from "../../rule.ts";
import { typeChange } from "./change.ts";
import { typeTexts } from "./text.ts";

export const fieldLogicalTypeChanged = rule({
  id: "field.logicalType.changed",
  row: "C3",
  level: "field",
  facet: "type",
  direction: "incomparable",
  title: "A logical type is another one, stored as before",
  consumer: "unknown",
  producer: "unknown",
  class: "risky",
  semver: "minor",
  mirror: "field.logicalType.changed",
  find: onBoth((both, around) => {
    const { topic } = typeChange(both, around);
    if (topic !== "logical") return undefined;
    const { path } = both.after;
    const [then, now] = typeTexts(both);
    return {
      before: then,
      after: now,
      key: "logicalType",
      message: `${path} means ${now} now, not ${then}, and is still stored as ${both.after.physicalType}.`,
      remedy: `Keep logicalType: ${then} on ${path}, or say in the pull request which values change.`,
      reasons: {
        consumer: "It is read as before; what the values mean may differ.",
        producer: "It is stored as before; what the values mean may differ.",
      },
    };
  }),
});
