import { onBoth, rule } from "../../rule.ts";
import { typeChange } from "./change.ts";
import { newRow } from "./rows.ts";
import { typeKey, typeTexts } from "./text.ts";

export const fieldTypeWidened = rule({
  id: "field.type.widened",
  row: "C1",
  level: "field",
  facet: "type",
  direction: "weaken",
  title: "A type holds more than before",
  consumer: "broken",
  producer: "ok",
  class: "risky",
  semver: "minor",
  mirror: "field.type.narrowed",
  differs:
    "Delta, Iceberg and Avro look at stored rows and allow it; datacontract-cli never does. It depends on when readers bind.",
  find: onBoth((both, around) => {
    const { topic, source } = typeChange(both, around);
    if (topic !== "widened") return undefined;
    const { after } = both;
    const [then, now] = typeTexts(both);
    const isEarly = source.binding === "early";
    return {
      before: then,
      after: now,
      key: typeKey(both),
      message: `${after.path} is ${now} now, which holds more than ${then}.`,
      remedy: isEarly
        ? `Keep ${then} for ${after.path}, or add a field of the type ${now} and deprecate this one.`
        : `Ask the readers of ${after.path} whether they can hold every ${now}.`,
      ...(isEarly && { class: "breaking", semver: "major" }),
      reasons: {
        consumer: isEarly
          ? "Readers were built for the old type and cannot read what it did not hold."
          : "Values can arrive that the old type did not hold.",
        producer: "Every stored value fits into the new type.",
      },
      witness: { consumer: newRow(both, around) },
    };
  }),
});
