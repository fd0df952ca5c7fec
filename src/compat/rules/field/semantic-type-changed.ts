import { onBoth, rule } from "../../rule.ts";

export const fieldSemanticTypeChanged = rule({
  id: "field.semanticType.changed",
  row: "B10",
  level: "field",
  facet: "type",
  direction: "incomparable",
  title: "A field is a measure now, or none any more",
  consumer: "broken",
  producer: "broken",
  class: "breaking",
  semver: "major",
  mirror: "field.semanticType.changed",
  find: onBoth(({ before, after }) => {
    const [then, now] = [before.semanticType, after.semanticType];
    if (then === now) return undefined;
    // A measure is computed when it is asked for; a column and a dimension are both read as they are.
    const isMeasure = then === "measure" || now === "measure";
    return {
      before: then,
      after: now,
      key: "semanticType",
      message: `${after.path} is a ${now} now, not a ${then}.`,
      remedy: `Keep semanticType: ${then}, or add the ${now} as another field.`,
      ...(!isMeasure && { consumer: "unknown", producer: "unknown", class: "risky", semver: "minor" }),
      reasons: isMeasure
        ? {
            consumer: "A measure is aggregated and a column is not: the same query means something else or fails.",
            producer: "Pipelines store a column and do not store a measure.",
          }
        : {
            consumer: "It is read as before; tools that group by dimensions may show it otherwise.",
            producer: "It is stored as before; tools that group by dimensions may treat it otherwise.",
          },
    };
  }),
});
