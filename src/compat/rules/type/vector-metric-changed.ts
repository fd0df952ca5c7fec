import { onBoth, rule } from "../../rule.ts";

export const fieldVectorMetricChanged = rule({
  id: "field.vector.metric.changed",
  row: "C17",
  level: "field",
  facet: "docs",
  direction: "annotation",
  title: "Another distance is advised for vectors",
  consumer: "ok",
  producer: "ok",
  class: "docs",
  semver: "patch",
  mirror: "field.vector.metric.changed",
  find: onBoth(({ before, after }) => {
    const [then, now] = [before.vector, after.vector];
    if (then === undefined || now === undefined || then.metric === now.metric) return undefined;
    return {
      before: then.metric === "" ? null : then.metric,
      after: now.metric === "" ? null : now.metric,
      key: "logicalTypeOptions.distanceMetric",
      message: `The distance advised for ${after.path} is ${now.metric || "not said"} now, before ${then.metric || "not said"}.`,
      remedy: "Raise the patch version of the contract.",
      reasons: {
        consumer: "The standard calls it advice: vectors stay as they are.",
        producer: "The standard calls it advice: vectors stay as they are.",
      },
    };
  }),
});
