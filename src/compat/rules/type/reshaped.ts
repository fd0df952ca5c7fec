import { onBoth, rule } from "../../rule.ts";
import { typeChange } from "./change.ts";
import { newRow, oldRow } from "./rows.ts";
import { typeKey, typeTexts } from "./text.ts";

export const fieldTypeReshaped = rule({
  id: "field.type.reshaped",
  row: "C4",
  level: "field",
  facet: "type",
  direction: "incomparable",
  title: "A list or map begins or ends",
  consumer: "broken",
  producer: "broken",
  class: "breaking",
  semver: "major",
  mirror: "field.type.reshaped",
  differs: "Protobuf lets one value become a list: that holds for bytes and not for those who read them.",
  find: onBoth((both, around) => {
    const { topic } = typeChange(both, around);
    if (topic !== "shape") return undefined;
    const { path } = both.after;
    const [then, now] = typeTexts(both);
    return {
      before: then,
      after: now,
      key: typeKey(both),
      message: `${path} is ${now} now, not ${then}.`,
      remedy: `Keep ${then} for ${path}, or add a field of the type ${now} and deprecate this one.`,
      reasons: {
        consumer: "Readers take one value apart otherwise than a list or map.",
        producer: "Stored values have the old shape.",
      },
      witness: { consumer: newRow(both, around), producer: oldRow(both, around) },
    };
  }),
});
