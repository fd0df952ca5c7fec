import { onBoth, rule } from "../../rule.ts";
import { typeChange } from "./change.ts";
import { partsAdded } from "./parts.ts";
import { oldRow } from "./rows.ts";
import { saidTypes } from "./text.ts";

export const fieldTypeAdded = rule({
  id: "field.type.added",
  row: "C9",
  level: "field",
  facet: "type",
  direction: "strengthen",
  title: "A type is said where none was",
  consumer: "ok",
  producer: "broken",
  class: "safe",
  semver: "minor",
  mirror: "field.type.dropped",
  find: onBoth((both, around) => {
    const { before, after } = both;
    const { topic, relation } = typeChange(both, around);
    const parts = partsAdded(before, after).map((part) => ({ key: part, now: part, isNarrower: true }));
    const said = saidTypes(after, before).map(([key, now]) => ({ key, now, isNarrower: relation === "narrowing" }));
    return [...(topic === "added" ? said : []), ...parts].map(({ key, now, isNarrower }) => ({
      before: null,
      after: now,
      key,
      message: `${after.path} says its ${key} now${key === now ? "" : `: ${now}`}.`,
      remedy: `Make sure that stored values and every pipeline of ${after.path} keep to its ${key}.`,
      ...(!isNarrower && { producer: "unknown" }),
      reasons: {
        consumer: "Readers get what they were promised, and it is said more exactly.",
        producer: isNarrower
          ? "Stored values could be anything that was not excluded, and may not fit."
          : "Stored values fit what was said before; whether they were stored in this type is not known.",
      },
      ...(isNarrower && { witness: { producer: oldRow(both, around) } }),
    }));
  }),
});
