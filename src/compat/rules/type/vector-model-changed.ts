import { onBoth, rule } from "../../rule.ts";

export const fieldVectorModelChanged = rule({
  id: "field.vector.model.changed",
  row: "C17",
  level: "field",
  facet: "type",
  direction: "incomparable",
  title: "Vectors are made by another model, or in another way",
  consumer: "broken",
  producer: "broken",
  class: "breaking",
  semver: "major",
  mirror: "field.vector.model.changed",
  differs: "datacontract-cli calls this information only: vectors of two models cannot be compared.",
  find: onBoth(({ before, after }) => {
    const [then, now] = [before.vector, after.vector];
    if (then === undefined || now === undefined) return undefined;
    const parts = [
      { key: "embeddingModel", was: then.model, is: now.model },
      { key: "embeddingModelVersion", was: then.modelVersion, is: now.modelVersion },
      { key: "normalized", was: String(then.normalized), is: String(now.normalized) },
    ];
    return parts
      .filter(({ was, is }) => was !== is)
      .map(({ key, was, is }) => {
        const isUnsaid = was === "" || is === "";
        return {
          before: was === "" ? null : was,
          after: is === "" ? null : is,
          key: `logicalTypeOptions.${key}`,
          message: `The ${key} of ${after.path} is ${is || "not said"} now, before ${was || "not said"}.`,
          remedy: `Keep the ${key} of ${after.path}, or add a field for the new vectors and deprecate this one.`,
          ...(isUnsaid && { consumer: "unknown", producer: "unknown", class: "risky", semver: "minor" }),
          reasons: isUnsaid
            ? {
                consumer: "Whether vectors are made as before is only said on one side.",
                producer: "Whether stored vectors are made in this way is only said on one side.",
              }
            : {
                consumer: "New vectors cannot be compared with those that readers have.",
                producer: "Stored vectors cannot be compared with new ones.",
              },
        };
      });
  }),
});
