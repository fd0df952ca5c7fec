import { onAdded, rule } from "../../rule.ts";

export const objectAdded = rule({
  id: "object.added",
  row: "A1",
  level: "object",
  facet: "existence",
  direction: "additive",
  title: "An object is new",
  consumer: "ok",
  producer: "ok",
  class: "safe",
  semver: "minor",
  mirror: "object.removed",
  find: onAdded(({ name }) => ({
    before: null,
    after: name,
    message: `${name} is new.`,
    remedy: "Raise the minor version of the contract.",
    reasons: {
      consumer: "Nobody reads it yet.",
      producer: "Nothing that exists belongs to it.",
    },
  })),
});
