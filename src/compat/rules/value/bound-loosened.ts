import { onBoth, rule } from "../../rule.ts";
import { endsOf, endText, endValue, valuesBeyond } from "./ends.ts";
import { rowWithOneOf } from "./sample.ts";

export const fieldBoundLoosened = rule({
  id: "field.bound.loosened",
  row: "F6",
  level: "field",
  facet: "domain",
  direction: "weaken",
  title: "Values of a field may lie further out",
  consumer: "broken",
  producer: "ok",
  class: "risky",
  semver: "minor",
  mirror: "field.bound.tightened",
  differs: "datacontract-cli looks at stored rows only, OMDS asks for a patch: values beyond the old limit now arrive.",
  find: onBoth((both, around) =>
    endsOf(both)
      .filter(({ comparison }) => comparison === "wider")
      .map((end) => ({
        before: endValue(end.before),
        after: endValue(end.after),
        key: end.key,
        message: `${both.after.path} was promised ${endText(end, end.before)}, and now ${endText(end, end.after)}.`,
        remedy: `Keep ${both.after.path} to ${endText(end, end.before)}, or tell its readers what will arrive.`,
        reasons: {
          consumer: "Values beyond the old limit can arrive.",
          producer: "Every stored value lies within the new limit.",
        },
        witness: { consumer: rowWithOneOf(around, both.after, valuesBeyond(end, end.after, both.after)) },
      })),
  ),
});
