import { onBoth, rule } from "../../rule.ts";

export const fieldDeprecatedAdded = rule({
  id: "field.deprecated.added",
  row: "B14",
  level: "field",
  facet: "lifecycle",
  direction: "annotation",
  title: "A field is deprecated now",
  consumer: "ok",
  producer: "ok",
  class: "safe",
  semver: "minor",
  mirror: "field.deprecated.dropped",
  find: onBoth(({ before, after }) => {
    if (before.deprecated || !after.deprecated) return undefined;
    return {
      before: false,
      after: true,
      key: "deprecated",
      message: `${after.path} is deprecated now.`,
      remedy: `Name in the description of ${after.path} what to read instead.`,
      reasons: {
        consumer: "Everything arrives as before; readers know now that it will end.",
        producer: "Stored rows stay as they are.",
      },
    };
  }),
});
