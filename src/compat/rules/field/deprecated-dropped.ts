import { onBoth, rule } from "../../rule.ts";

export const fieldDeprecatedDropped = rule({
  id: "field.deprecated.dropped",
  row: "B14",
  level: "field",
  facet: "lifecycle",
  direction: "annotation",
  title: "A field is not deprecated any more",
  consumer: "ok",
  producer: "ok",
  class: "safe",
  semver: "minor",
  mirror: "field.deprecated.added",
  find: onBoth(({ before, after }) => {
    if (!before.deprecated || after.deprecated) return undefined;
    return {
      before: true,
      after: false,
      key: "deprecated",
      message: `${after.path} is not deprecated any more.`,
      remedy: `Tell the readers who have left ${after.path} that it stays.`,
      reasons: {
        consumer: "Everything arrives as before.",
        producer: "Stored rows stay as they are.",
      },
    };
  }),
});
