import { onBoth, rule } from "../../rule.ts";

export const fieldEnumOpened = rule({
  id: "field.enum.opened",
  row: "F3",
  level: "field",
  facet: "domain",
  direction: "weaken",
  title: "The list of values of a field may grow from now on",
  consumer: "ok",
  producer: "ok",
  class: "risky",
  semver: "minor",
  mirror: "field.enum.closed",
  find: onBoth(({ before, after }) => {
    if (!before.domain.closed || after.domain.closed || after.domain.values === undefined) return undefined;
    return {
      before: true,
      after: false,
      key: "customProperties",
      message: `The values of ${after.path} are no closed list any more.`,
      remedy: `Keep meshgate.enumClosed: true on ${after.path}, or tell its readers that values will be added.`,
      reasons: {
        consumer: "The values are the same; which may come later is not promised any more.",
        producer: "The values are the same.",
      },
    };
  }),
});
