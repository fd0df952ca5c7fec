import { onBoth, rule } from "../../rule.ts";
import { typeChange } from "./change.ts";
import { partsAdded } from "./parts.ts";
import { newRow } from "./rows.ts";
import { saidTypes } from "./text.ts";

export const fieldTypeDropped = rule({
  id: "field.type.dropped",
  row: "C10",
  level: "field",
  facet: "type",
  direction: "weaken",
  title: "A type is not said any more",
  consumer: "broken",
  producer: "ok",
  class: "risky",
  semver: "minor",
  mirror: "field.type.added",
  find: onBoth((both, around) => {
    const { before, after } = both;
    const { topic, relation } = typeChange(both, around);
    const parts = partsAdded(after, before).map((part) => ({ key: part, then: part, isWider: true }));
    const said = saidTypes(before, after).map(([key, then]) => ({ key, then, isWider: relation === "promotion" }));
    const isBare = after.type.kind === "none";
    return [...(topic === "dropped" ? said : []), ...parts].map(({ key, then, isWider }) => ({
      before: then,
      after: null,
      key,
      message: `${after.path} does not say its ${key} any more${key === then ? "" : `; it was ${then}`}.`,
      remedy: key === then ? `Keep the ${key} of ${after.path}.` : `Keep ${key}: ${then} on ${after.path}.`,
      ...(!isWider && { consumer: "unknown" }),
      ...(isBare && { class: "breaking", semver: "major" }),
      reasons: {
        consumer: isWider
          ? "Values can arrive that were excluded before."
          : "What is still said fits; whether values arrive in the same type is not known.",
        producer: "Every stored value fits what is still said.",
      },
      ...(isWider && { witness: { consumer: newRow(both, around) } }),
    }));
  }),
});
