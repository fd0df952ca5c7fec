import { onBoth, rule } from "../../rule.ts";
import { typeChange } from "./change.ts";
import { newRow, oldRow } from "./rows.ts";
import { typeKey, typeTexts } from "./text.ts";

export const fieldDateChanged = rule({
  id: "field.type.date.changed",
  row: "C5",
  level: "field",
  facet: "type",
  direction: "incomparable",
  title: "A date is a timestamp now, or the other way round",
  consumer: "broken",
  producer: "broken",
  class: "breaking",
  semver: "major",
  mirror: "field.type.date.changed",
  differs:
    "Iceberg allows date to timestamp by its specification, and no engine does it; on Delta it is field.type.widened.",
  find: onBoth((both, around) => {
    const { topic } = typeChange(both, around);
    if (topic !== "date") return undefined;
    const { path } = both.after;
    const [then, now] = typeTexts(both);
    return {
      before: then,
      after: now,
      key: typeKey(both),
      message: `${path} is ${now} now, not ${then}.`,
      remedy: `Keep ${then} for ${path}, or add a field of the type ${now} and deprecate this one.`,
      reasons: {
        consumer: "Readers compare days with moments, and the day of a moment depends on the time zone.",
        producer: "Stored values would have to be read anew: a day is no moment.",
      },
      witness: { consumer: newRow(both, around), producer: oldRow(both, around) },
    };
  }),
});
