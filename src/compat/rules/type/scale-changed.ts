import { onBoth, rule } from "../../rule.ts";
import { typeChange } from "./change.ts";
import { newRow, oldRow } from "./rows.ts";
import { typeKey, typeTexts } from "./text.ts";

export const fieldScaleChanged = rule({
  id: "field.type.scale.changed",
  row: "C8",
  level: "field",
  facet: "type",
  direction: "incomparable",
  title: "A decimal has another scale",
  consumer: "broken",
  producer: "broken",
  class: "breaking",
  semver: "major",
  mirror: "field.type.scale.changed",
  differs: "dbt passes over it; on Delta a scale that grows with its precision is field.type.widened.",
  find: onBoth((both, around) => {
    const { topic } = typeChange(both, around);
    if (topic !== "scale") return undefined;
    const { path } = both.after;
    const [then, now] = typeTexts(both);
    return {
      before: then,
      after: now,
      key: typeKey(both),
      message: `${path} is ${now} now, not ${then}: the digits behind the point differ.`,
      remedy: `Keep ${then} for ${path}, or add a field of the type ${now} and deprecate this one.`,
      reasons: {
        consumer: "Readers round and compare by the old scale.",
        producer: "Stored values have the old scale and would have to be written anew.",
      },
      witness: { consumer: newRow(both, around), producer: oldRow(both, around) },
    };
  }),
});
