import { onRemoved, rule } from "../../rule.ts";
import { removedField } from "./gone.ts";

export const fieldRemovedRequired = rule({
  id: "field.removed.required",
  row: "B4",
  level: "field",
  facet: "existence",
  direction: "weaken",
  title: "A field that was never null is gone",
  consumer: "broken",
  producer: "ok",
  class: "breaking",
  semver: "major",
  mirror: "field.added.required",
  find: onRemoved((before, around) => (before.required ? removedField(before, around) : undefined)),
});
