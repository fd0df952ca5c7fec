import { onBoth, rule } from "../../rule.ts";
import { typeChange } from "./change.ts";
import { oldRow } from "./rows.ts";
import { typeKey, typeTexts } from "./text.ts";

export const fieldTypeNarrowed = rule({
  id: "field.type.narrowed",
  row: "C2",
  level: "field",
  facet: "type",
  direction: "strengthen",
  title: "A type holds less than before",
  consumer: "ok",
  producer: "broken",
  class: "risky",
  semver: "minor",
  mirror: "field.type.widened",
  differs: "datacontract-cli calls it breaking: it is for pipelines, and readers can hold all that arrives.",
  find: onBoth((both, around) => {
    const { topic, source } = typeChange(both, around);
    if (topic !== "narrowed") return undefined;
    const { path } = both.after;
    const [then, now] = typeTexts(both);
    const isEarly = source.binding === "early";
    return {
      before: then,
      after: now,
      key: typeKey(both),
      message: `${path} is ${now} now, which holds less than ${then}.`,
      remedy: `Make sure that every stored value and every pipeline of ${path} fits into ${now}, or keep ${then}.`,
      // Streams and files keep what was written once: old rows stay and do not fit.
      ...(isEarly && { class: "breaking", semver: "major" }),
      reasons: {
        consumer: "Everything that arrives fits into the old type too.",
        producer: isEarly
          ? "What was written stays as it is, and may not fit into the new type."
          : "Stored values may not fit into the new type.",
      },
      witness: { producer: oldRow(both, around) },
    };
  }),
});
