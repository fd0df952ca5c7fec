import { onBoth, rule } from "../../rule.ts";
import { endsOf, endText, endValue } from "./ends.ts";

export const fieldBoundChanged = rule({
  id: "field.bound.changed",
  row: "F6",
  level: "field",
  facet: "domain",
  direction: "incomparable",
  title: "Values of a field keep to another limit that cannot be compared",
  consumer: "unknown",
  producer: "unknown",
  class: "risky",
  semver: "minor",
  mirror: "field.bound.changed",
  find: onBoth((both) =>
    endsOf(both)
      .filter(({ comparison }) => comparison === "incomparable")
      .map((end) => ({
        before: endValue(end.before),
        after: endValue(end.after),
        key: end.key,
        message: `${both.after.path} was promised ${endText(end, end.before)}, and now ${endText(end, end.after)}, which cannot be compared.`,
        remedy: `Write both limits of ${both.after.path} as the same kind of value, or say to readers what changes.`,
        reasons: {
          consumer: "Whether values beyond the old limit can arrive cannot be told from the two limits.",
          producer: "Whether stored values lie within the new limit cannot be told from the two limits.",
        },
      })),
  ),
});
