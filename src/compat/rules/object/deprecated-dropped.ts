import { onBoth, rule } from "../../rule.ts";

export const objectDeprecatedDropped = rule({
  id: "object.deprecated.dropped",
  row: "A8",
  level: "object",
  facet: "lifecycle",
  direction: "annotation",
  title: "An object is not deprecated any more",
  consumer: "ok",
  producer: "ok",
  class: "safe",
  semver: "minor",
  mirror: "object.deprecated.added",
  find: onBoth(({ before, after }) => {
    if (!before.deprecated || after.deprecated) return undefined;
    return {
      before: true,
      after: false,
      key: "deprecated",
      message: `${after.name} is not deprecated any more.`,
      remedy: `Tell the readers who have left ${after.name} that it stays.`,
      reasons: {
        consumer: "Everything arrives as before.",
        producer: "Stored rows stay as they are.",
      },
    };
  }),
});
