import { onRemoved, rule } from "../../rule.ts";
import { removedField } from "./gone.ts";

export const fieldRemoved = rule({
  id: "field.removed",
  row: "B3",
  level: "field",
  facet: "existence",
  direction: "weaken",
  title: "A field that could be null is gone",
  consumer: "broken",
  producer: "ok",
  class: "breaking",
  semver: "major",
  mirror: "field.added",
  differs: "oasdiff only warns, Confluent accepts it with a default: a query that names the column fails, null or not.",
  find: onRemoved((before, around) => (before.required ? undefined : removedField(before, around))),
});
