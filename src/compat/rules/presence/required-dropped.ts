import { onBoth, rule } from "../../rule.ts";
import { rowWith } from "../../witness.ts";

export const fieldRequiredDropped = rule({
  id: "field.required.dropped",
  row: "D1",
  level: "field",
  facet: "nullability",
  direction: "weaken",
  title: "A field may be null now",
  consumer: "broken",
  producer: "ok",
  class: "breaking",
  semver: "major",
  mirror: "field.required.added",
  differs: "datacontract-cli and BigQuery look at stored rows only and call this harmless; nulls now reach readers.",
  find: onBoth(({ before, after }, around) => {
    if (!before.required || after.required) return undefined;
    return {
      before: true,
      after: false,
      key: "required",
      message: `${after.path} may be null now.`,
      remedy: `Keep required: true on ${after.path}, or add a field that may be null and deprecate this one.`,
      reasons: {
        consumer: "Readers were promised a value in every row, and a row without one can arrive.",
        producer: "Every stored row has a value, which is still allowed.",
      },
      witness: { consumer: rowWith(around, after, null) },
    };
  }),
});
