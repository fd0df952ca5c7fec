import { onBoth, rule } from "../../rule.ts";

export const fieldEnumClosed = rule({
  id: "field.enum.closed",
  row: "F3",
  level: "field",
  facet: "domain",
  direction: "strengthen",
  title: "The list of values of a field never grows from now on",
  consumer: "ok",
  producer: "ok",
  class: "safe",
  semver: "minor",
  mirror: "field.enum.opened",
  find: onBoth(({ before, after }) => {
    if (before.domain.closed || !after.domain.closed || before.domain.values === undefined) return undefined;
    return {
      before: false,
      after: true,
      key: "customProperties",
      message: `The values of ${after.path} are a closed list now.`,
      remedy: `Be sure that ${after.path} never needs another value: to add one is breaking from now on.`,
      reasons: {
        consumer: "The values are the same, and readers are promised that none is added.",
        producer: "The values are the same.",
      },
    };
  }),
});
