import { onBoth, rule } from "../../rule.ts";
import { typeChange } from "./change.ts";
import { newRow, oldRow } from "./rows.ts";
import { typeKey, typeTexts } from "./text.ts";

export const fieldTypeChanged = rule({
  id: "field.type.changed",
  row: "C3",
  level: "field",
  facet: "type",
  direction: "incomparable",
  title: "A type is another one",
  consumer: "broken",
  producer: "broken",
  class: "breaking",
  semver: "major",
  mirror: "field.type.changed",
  find: onBoth((both, around) => {
    const { topic } = typeChange(both, around);
    if (topic !== "changed") return undefined;
    const { path } = both.after;
    const [then, now] = typeTexts(both);
    return {
      before: then,
      after: now,
      key: typeKey(both),
      message: `${path} is ${now} now, not ${then}.`,
      remedy: `Keep ${then} for ${path}, or add a field of the type ${now} and deprecate this one.`,
      reasons: {
        consumer: "Readers expect values of the old type.",
        producer: "Stored values are of the old type.",
      },
      witness: { consumer: newRow(both, around), producer: oldRow(both, around) },
    };
  }),
});
