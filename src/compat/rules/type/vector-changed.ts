import { onBoth, rule } from "../../rule.ts";
import { typeChange } from "./change.ts";
import { newRow, oldRow } from "./rows.ts";
import { typeKey, typeTexts } from "./text.ts";

export const fieldVectorChanged = rule({
  id: "field.vector.changed",
  row: "C16",
  level: "field",
  facet: "type",
  direction: "incomparable",
  title: "Vectors have other dimensions or elements",
  consumer: "broken",
  producer: "broken",
  class: "breaking",
  semver: "major",
  mirror: "field.vector.changed",
  find: onBoth((both, around) => {
    const { topic } = typeChange(both, around);
    if (topic !== "vector") return undefined;
    const { path } = both.after;
    const [then, now] = typeTexts(both);
    return {
      before: then,
      after: now,
      key: typeKey(both),
      message: `${path} is ${now} now, not ${then}.`,
      remedy: `Keep ${then} for ${path}, or add a field of the type ${now} and deprecate this one.`,
      reasons: {
        consumer: "Vectors of another size or element cannot be compared with those that readers have.",
        producer: "Stored vectors have the old size and element.",
      },
      witness: { consumer: newRow(both, around), producer: oldRow(both, around) },
    };
  }),
});
