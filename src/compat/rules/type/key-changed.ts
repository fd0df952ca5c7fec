import { onBoth, rule } from "../../rule.ts";
import { typeChange } from "./change.ts";
import { typeKey, typeTexts } from "./text.ts";

export const fieldKeyChanged = rule({
  id: "field.mapKey.changed",
  row: "C15",
  level: "field",
  facet: "type",
  direction: "incomparable",
  title: "Keys of a map have another type",
  consumer: "broken",
  producer: "broken",
  class: "breaking",
  semver: "major",
  mirror: "field.mapKey.changed",
  differs: "Flink lets the type of keys grow: a lookup by the old type finds nothing.",
  find: onBoth((both, around) => {
    const { topic, relation } = typeChange(both, around);
    if (topic !== "key") return undefined;
    const { path } = both.after;
    const [then, now] = typeTexts(both);
    const isUnclear = relation === "unknown";
    return {
      before: then,
      after: now,
      key: typeKey(both),
      message: `The keys of ${path.slice(0, -"{key}".length)} are ${now} now, not ${then}.`,
      remedy: `Keep ${then} for the keys, or add another map and deprecate this one.`,
      ...(isUnclear && { consumer: "unknown", producer: "unknown", class: "risky", semver: "minor" }),
      reasons: {
        consumer: isUnclear
          ? "Whether both types are alike is not known."
          : "Readers look up keys of the old type and do not find them.",
        producer: isUnclear ? "Whether both types are alike is not known." : "Stored maps have keys of the old type.",
      },
    };
  }),
});
