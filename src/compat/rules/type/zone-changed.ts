import { onBoth, rule } from "../../rule.ts";
import { typeChange } from "./change.ts";
import { newRow, oldRow } from "./rows.ts";
import { typeKey, typeTexts } from "./text.ts";

export const fieldZoneChanged = rule({
  id: "field.timezone.changed",
  row: "C6",
  level: "field",
  facet: "type",
  direction: "incomparable",
  title: "The time zone of moments is another one",
  consumer: "broken",
  producer: "broken",
  class: "breaking",
  semver: "major",
  mirror: "field.timezone.changed",
  find: onBoth((both, around) => {
    const { topic, relation } = typeChange(both, around);
    if (topic !== "zone") return undefined;
    const { path } = both.after;
    const [then, now] = typeTexts(both);
    const isUnclear = relation === "unknown";
    return {
      before: then,
      after: now,
      key: typeKey(both),
      message: `${path} is ${now} now, not ${then}: the same text ${isUnclear ? "may be" : "is"} another moment.`,
      remedy: isUnclear
        ? `Write \`timezone\` in the logicalTypeOptions of ${path} as it has always been.`
        : `Keep ${then} for ${path}, or add a field of the type ${now} and deprecate this one.`,
      ...(isUnclear && { consumer: "unknown", producer: "unknown", class: "risky", semver: "minor" }),
      reasons: isUnclear
        ? {
            consumer: "Only one side says whether values have a time zone.",
            producer: "Only one side says whether values have a time zone.",
          }
        : {
            consumer: "Readers take values for other moments.",
            producer: "Stored values mean other moments.",
          },
      ...(!isUnclear && { witness: { consumer: newRow(both, around), producer: oldRow(both, around) } }),
    };
  }),
});
