import { onBoth, rule } from "../../rule.ts";

export const objectDeprecatedAdded = rule({
  id: "object.deprecated.added",
  row: "A8",
  level: "object",
  facet: "lifecycle",
  direction: "annotation",
  title: "An object is deprecated now",
  consumer: "ok",
  producer: "ok",
  class: "safe",
  semver: "minor",
  mirror: "object.deprecated.dropped",
  find: onBoth(({ before, after }) => {
    if (before.deprecated || !after.deprecated) return undefined;
    return {
      before: false,
      after: true,
      key: "deprecated",
      message: `${after.name} is deprecated now.`,
      remedy: `Name in the description of ${after.name} what to read instead.`,
      reasons: {
        consumer: "Everything arrives as before; readers know now that it will end.",
        producer: "Stored rows stay as they are.",
      },
    };
  }),
});
