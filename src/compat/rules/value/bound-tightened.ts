import { onBoth, rule } from "../../rule.ts";
import { endsOf, endText, endValue, valuesBeyond } from "./ends.ts";
import { rowWithOneOf } from "./sample.ts";

export const fieldBoundTightened = rule({
  id: "field.bound.tightened",
  row: "F7",
  level: "field",
  facet: "domain",
  direction: "strengthen",
  title: "Values of a field keep to a narrower limit",
  consumer: "ok",
  producer: "broken",
  class: "safe",
  semver: "minor",
  mirror: "field.bound.loosened",
  differs: "datacontract-cli calls this an error: it is for pipelines, and good news for readers.",
  find: onBoth((both, around) =>
    endsOf(both)
      .filter(({ comparison }) => comparison === "narrower")
      .map((end) => ({
        before: endValue(end.before),
        after: endValue(end.after),
        key: end.key,
        message: `${both.after.path} was promised ${endText(end, end.before)}, and now ${endText(end, end.after)}.`,
        remedy: `Correct values of ${both.after.path} beyond the limit in stored rows and pipelines before this is merged.`,
        reasons: {
          consumer: "Every value that arrives lies within the old limit.",
          producer: "Stored rows may hold values beyond the new limit.",
        },
        witness: { producer: rowWithOneOf(around, both.before, valuesBeyond(end, end.before, both.before)) },
      })),
  ),
});
